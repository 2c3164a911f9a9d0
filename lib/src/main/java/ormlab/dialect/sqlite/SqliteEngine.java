package ormlab.dialect.sqlite;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hibernate.boot.MetadataBuilder;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.type.SqlTypes;
import ormlab.dialect.DialectSettings;
import ormlab.dialect.Engine;
import ormlab.dialect.GeneratedIds;
import ormlab.dialect.ReservedWords;
import ormlab.dialect.SqliteDialect;

/** SQLite, in a file or in memory. */
public final class SqliteEngine implements Engine {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Creates the engine; {@link java.util.ServiceLoader} does. */
    public SqliteEngine() {}

    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    public String jdbcPrefix() {
        return "jdbc:sqlite:";
    }

    @Override
    public Set<String> reservedWords() {
        return ReservedWords.SQLITE;
    }

    @Override
    public Pattern plainNames() {
        return PLAIN;
    }

    @Override
    public Map<String, Object> hibernateSettings() {
        Map<String, Object> settings = DialectSettings.common();
        settings.put(JdbcSettings.DIALECT, SqliteDialect.class.getName());
        settings.put(MappingSettings.PREFERRED_UUID_JDBC_TYPE, SqlTypes.VARCHAR);
        return settings;
    }

    /** Without the second one, {@code like} ignores case, unlike on PostgreSQL. */
    @Override
    public List<String> connectionStatements() {
        return List.of("pragma foreign_keys = on", "pragma case_sensitive_like = on");
    }

    @Override
    public void fitGeneratedIds(MetadataBuilder builder, Collection<Class<?>> classes) {
        GeneratedIds.useIdentity(builder, classes);
    }

    @Override
    public String toString() {
        return name();
    }
}
