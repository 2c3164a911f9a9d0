package ormlab.dialect;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;

/** Hibernate's settings under which all databases behave alike. */
public final class HibernateSettings {
    /** How long the driver waits for a lock, for the message of the error. */
    public static final String BUSY_TIMEOUT_MILLIS = "ormlab.busy_timeout_millis";

    private HibernateSettings() {}

    /** Returns the settings that all databases share, in a new map. */
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

    /** Returns the timeout passed as {@link #BUSY_TIMEOUT_MILLIS}, or -1. */
    public static long busyTimeoutMillis(ServiceRegistry registry) {
        return registry.requireService(ConfigurationService.class)
                .getSetting(BUSY_TIMEOUT_MILLIS, value -> Long.parseLong(value.toString()), -1L);
    }
}
