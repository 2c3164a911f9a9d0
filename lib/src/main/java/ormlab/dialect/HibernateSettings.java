package ormlab.dialect;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.config.spi.StandardConverters;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;

/** Hibernate settings that make all databases behave alike. */
public final class HibernateSettings {
    /** The setting for how long the driver waits for a lock, which error messages mention. */
    public static final String BUSY_TIMEOUT_MILLIS = "ormlab.busy_timeout_millis";

    /**
     * The setting for whether whole numbers in date and time columns of SQLite are read as
     * milliseconds since 1970, the form that the JDBC driver writes; {@code true} or {@code false}.
     */
    public static final String READ_EPOCH_MILLIS = "ormlab.sqlite.read_epoch_millis";

    private HibernateSettings() {}

    /** Returns the settings that all databases share, in a new map. */
    public static Map<String, Object> common() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(MappingSettings.TIMEZONE_DEFAULT_STORAGE, "NORMALIZE_UTC");
        settings.put(MappingSettings.PREFERRED_INSTANT_JDBC_TYPE, SqlTypes.TIMESTAMP_UTC);
        settings.put(JdbcSettings.JDBC_TIME_ZONE, "UTC");
        // The dialects order columns as the class declares them.
        settings.put(MappingSettings.COLUMN_ORDERING_STRATEGY, "legacy");
        // Each error becomes an exception with a better message; the log would show it twice.
        settings.put(JdbcSettings.LOG_JDBC_ERRORS, false);
        return settings;
    }

    /** Returns whether {@link #READ_EPOCH_MILLIS} is set. */
    public static boolean readsEpochMillis(ServiceRegistry registry) {
        return registry.requireService(ConfigurationService.class)
                .getSetting(READ_EPOCH_MILLIS, StandardConverters.BOOLEAN, false);
    }

    /** Returns the timeout passed as {@link #BUSY_TIMEOUT_MILLIS}, or -1. */
    public static long busyTimeoutMillis(ServiceRegistry registry) {
        return registry.requireService(ConfigurationService.class)
                .getSetting(BUSY_TIMEOUT_MILLIS, value -> Long.parseLong(value.toString()), -1L);
    }
}
