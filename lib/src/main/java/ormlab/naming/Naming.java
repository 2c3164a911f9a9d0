package ormlab.naming;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.cfg.MappingSettings;
import ormlab.error.OrmlabException;
import ormlab.error.Suggestion;

/**
 * The rules by which tables, columns and constraints are named. A project whose tables were created
 * by another program keeps their names with {@code Database.open(…).naming(Naming.spring())}.
 */
public final class Naming {
    private final Map<String, Object> settings = new LinkedHashMap<>();

    private Naming(String implicitStrategy, String physicalStrategy) {
        settings.put(MappingSettings.IMPLICIT_NAMING_STRATEGY, implicitStrategy);
        settings.put(MappingSettings.PHYSICAL_NAMING_STRATEGY, physicalStrategy);
    }

    /**
     * Returns the library's own rules, which are the default: snake_case, constraints named after
     * their columns, and explicit names kept exactly.
     */
    public static Naming snakeCase() {
        Naming naming = of(SnakeCaseNaming.class.getName(), LowerCaseDefaults.class.getName());
        naming.settings.put(
                MappingSettings.ID_DB_STRUCTURE_NAMING_STRATEGY, GeneratorNames.class.getName());
        return naming;
    }

    /** Returns the rules of Spring Boot: snake_case, even for explicit names. */
    public static Naming spring() {
        return of(SpringNames.class.getName(), PhysicalNamingStrategySnakeCaseImpl.class.getName());
    }

    /** Returns the rules of Jakarta Persistence, which Hibernate and Quarkus use by default. */
    public static Naming jakarta() {
        return of(
                StandardNames.class.getName(), PhysicalNamingStrategyStandardImpl.class.getName());
    }

    /**
     * Returns the rules that two of your own classes define.
     *
     * @param implicitStrategy the name of a class that implements Hibernate's {@code
     *     ImplicitNamingStrategy}
     * @param physicalStrategy the name of a class that implements Hibernate's {@code
     *     PhysicalNamingStrategy}
     */
    public static Naming of(String implicitStrategy, String physicalStrategy) {
        return new Naming(implicitStrategy, physicalStrategy);
    }

    /**
     * Returns the rules for the value of an option.
     *
     * @param text {@code snake-case}, {@code spring}, {@code jakarta}, or the names of two classes
     *     separated by a comma
     * @throws OrmlabException if it is none of these
     */
    public static Naming parse(String text) {
        String[] classes = text.strip().split("\\s*,\\s*");
        if (classes.length == 2) {
            return of(classes[0], classes[1]);
        }
        return switch (text.strip()) {
            case "snake-case" -> snakeCase();
            case "spring" -> spring();
            case "jakarta" -> jakarta();
            default ->
                    throw new OrmlabException(
                            ("There is no naming '%s'.%s Write snake-case, spring, jakarta, or the classes"
                                            + " of an implicit and a physical naming strategy with a comma between"
                                            + " them.")
                                    .formatted(
                                            text,
                                            Suggestion.question(
                                                    text,
                                                    List.of("snake-case", "spring", "jakarta"))));
        };
    }

    /** Returns Hibernate's settings for these rules in a new map. */
    public Map<String, Object> settings() {
        return new LinkedHashMap<>(settings);
    }
}
