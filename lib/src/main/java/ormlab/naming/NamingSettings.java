package ormlab.naming;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.cfg.MappingSettings;

/** Hibernate's settings for the names of this package. */
public final class NamingSettings {
    private NamingSettings() {}

    /** Returns the settings in a new map that may be changed. */
    public static Map<String, Object> all() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(MappingSettings.IMPLICIT_NAMING_STRATEGY, SnakeCaseNaming.class.getName());
        settings.put(MappingSettings.PHYSICAL_NAMING_STRATEGY, LowerCaseDefaults.class.getName());
        settings.put(
                MappingSettings.ID_DB_STRUCTURE_NAMING_STRATEGY, GeneratorNames.class.getName());
        return settings;
    }
}
