package ormlab.dialect;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.boot.MetadataBuilder;

/**
 * A kind of database, and everything that differs between it and the others.
 *
 * <p>Code outside the implementations never asks which engine it has: each difference is a method
 * here. Implementations are found by {@link java.util.ServiceLoader}, so another database is
 * another package.
 */
public interface Engine {
    /**
     * Returns the engine that serves a JDBC URL.
     *
     * @param jdbcUrl such as {@code jdbc:sqlite:data.sqlite}
     * @throws IllegalArgumentException if no engine serves it
     */
    static Engine of(String jdbcUrl) {
        return Engines.of(jdbcUrl);
    }

    /** Returns the engine that serves a JDBC URL, or empty if none does. */
    static Optional<Engine> find(String jdbcUrl) {
        return Engines.find(jdbcUrl);
    }

    /** Returns all engines, always in the same order. */
    static List<Engine> all() {
        return Engines.ALL;
    }

    /** Returns the name to show to people, such as {@code SQLite}. */
    String name();

    /** Returns how the JDBC URLs of this database start, such as {@code jdbc:sqlite:}. */
    String jdbcPrefix();

    /** Returns whether this engine serves a JDBC URL. */
    default boolean serves(String jdbcUrl) {
        return jdbcUrl.startsWith(jdbcPrefix());
    }

    /** Returns the words, in lower case, that need quotes when they name a table or column. */
    Set<String> reservedWords();

    /** Returns the pattern of names that mean the same with quotes and without. */
    Pattern plainNames();

    /** Returns a name as SQL, in quotes if it needs them. */
    default String quoted(String name) {
        return plainNames().matcher(name).matches() && !ReservedWords.contains(this, name)
                ? name
                : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Returns names as SQL with commas between them, each in quotes if it needs them. */
    default String quoted(Collection<String> names) {
        return names.stream().map(this::quoted).collect(Collectors.joining(", "));
    }

    /** Returns the settings that Hibernate needs for this database, in a new map. */
    Map<String, Object> hibernateSettings();

    /** Returns the statements to run on each new connection, in order. */
    List<String> connectionStatements();

    /**
     * Changes {@code @GeneratedValue} to what this database does best.
     *
     * @param builder the builder that the classes were passed to, before it builds
     * @param classes the same classes
     */
    default void fitGeneratedIds(MetadataBuilder builder, Collection<Class<?>> classes) {}
}
