package ormlab.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;

/** The settings of Hibernate under which both databases behave alike. */
public final class DialectSettings {
    /** Tells the dialect how long the driver waits for a lock, for the words of the error. */
    public static final String BUSY_TIMEOUT_MILLIS = "ormlab.busy_timeout_millis";

    private DialectSettings() {}

    /**
     * Returns what to pass to Hibernate for a JDBC address.
     *
     * @param jdbcUrl an address that begins with {@code jdbc:sqlite:} or {@code jdbc:postgresql:};
     *     not null
     * @return settings of Hibernate; a fresh map that may be changed; never null
     * @throws IllegalArgumentException if it is the address of another database
     */
    public static Map<String, Object> forUrl(String jdbcUrl) {
        return Engine.of(jdbcUrl).hibernateSettings();
    }

    /**
     * Returns the statements to run on each new connection.
     *
     * <p>SQLite's {@code like} takes {@code a} for {@code A} otherwise, and PostgreSQL reads the
     * hour of a moment in the zone of the machine.
     *
     * @param jdbcUrl the address of a SQLite or PostgreSQL database; not null
     * @return the statements in order; never null
     */
    public static List<String> connectionStatements(String jdbcUrl) {
        return Engine.of(jdbcUrl).connectionStatements();
    }

    /** Returns the settings that both databases share, in a new map. */
    public static Map<String, Object> common() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(MappingSettings.TIMEZONE_DEFAULT_STORAGE, "NORMALIZE_UTC");
        settings.put(MappingSettings.PREFERRED_INSTANT_JDBC_TYPE, SqlTypes.TIMESTAMP_UTC);
        settings.put(JdbcSettings.JDBC_TIME_ZONE, "UTC");
        // The dialects put columns into the order in which the class declares them.
        settings.put(MappingSettings.COLUMN_ORDERING_STRATEGY, "legacy");
        // Each error is an exception with better words; the log would show it a second time.
        settings.put(JdbcSettings.LOG_JDBC_ERRORS, false);
        return settings;
    }

    static long busyTimeoutMillis(ServiceRegistry registry) {
        return registry.requireService(ConfigurationService.class)
                .getSetting(BUSY_TIMEOUT_MILLIS, value -> Long.parseLong(value.toString()), -1L);
    }
}
