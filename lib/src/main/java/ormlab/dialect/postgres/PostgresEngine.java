package ormlab.dialect.postgres;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hibernate.cfg.JdbcSettings;
import ormlab.dialect.DialectSettings;
import ormlab.dialect.Engine;
import ormlab.dialect.PostgresDialect;
import ormlab.dialect.ReservedWords;

/** PostgreSQL. */
public final class PostgresEngine implements Engine {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    /** Creates the engine; {@link java.util.ServiceLoader} does. */
    public PostgresEngine() {}

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public String jdbcPrefix() {
        return "jdbc:postgresql:";
    }

    @Override
    public Set<String> reservedWords() {
        return ReservedWords.POSTGRES;
    }

    @Override
    public Pattern plainNames() {
        return PLAIN;
    }

    @Override
    public Map<String, Object> hibernateSettings() {
        Map<String, Object> settings = DialectSettings.common();
        settings.put(JdbcSettings.DIALECT, PostgresDialect.class.getName());
        return settings;
    }

    /** Otherwise the hour of an instant depends on the machine's time zone. */
    @Override
    public List<String> connectionStatements() {
        return List.of("set time zone 'UTC'");
    }

    @Override
    public String toString() {
        return name();
    }
}
