package ormlab.naming;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.cfg.MappingSettings;

/** The settings of Hibernate that make it use the names of this package. */
public final class NamingSettings {
    private NamingSettings() {}

    /**
     * Returns what to pass to Hibernate.
     *
     * @return settings of Hibernate; a fresh map that may be changed; never null
     */
    public static Map<String, Object> all() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(MappingSettings.IMPLICIT_NAMING_STRATEGY, SnakeCaseNaming.class.getName());
        settings.put(MappingSettings.PHYSICAL_NAMING_STRATEGY, LowerCaseDefaults.class.getName());
        settings.put(
                MappingSettings.ID_DB_STRUCTURE_NAMING_STRATEGY, GeneratorNames.class.getName());
        return settings;
    }
}
