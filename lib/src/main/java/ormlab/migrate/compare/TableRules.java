package ormlab.migrate.compare;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ormlab.schema.Table;
import ormlab.schema.TableName;
import ormlab.schema.TablePart;

/**
 * Which tables are compared. Immutable: each method returns a changed copy.
 *
 * <p>A model's table is always compared unless it is ignored. A table or index that no model has is
 * only removed if an earlier migration created it; all others belong to other programs and are left
 * alone. Flyway's history, SQLite's own tables and Hibernate's helper tables are never compared.
 */
public final class TableRules {
    private static final Set<String> NEVER = Set.of("flyway_schema_history", "sqlite_*", "hte_*");

    private final Set<String> ignored;
    private final Set<String> known;
    private final KnownConstraints constraints;

    private TableRules(Set<String> ignored, Set<String> known, KnownConstraints constraints) {
        this.ignored = Set.copyOf(ignored);
        this.known = Set.copyOf(known);
        this.constraints = constraints;
    }

    /** Returns rules that compare all tables of the model. */
    public static TableRules all() {
        return new TableRules(NEVER, Set.of(), new KnownConstraints(List.of()));
    }

    /**
     * Ignores more tables, sequences and types, even if a model has them.
     *
     * @param namePatterns names, ignoring case, with {@code *} for any letters: {@code legacy_*}
     */
    public TableRules ignoring(String... namePatterns) {
        Set<String> more = new LinkedHashSet<>(ignored);
        for (String pattern : namePatterns) {
            more.add(lower(pattern));
        }
        return new TableRules(more, known, constraints);
    }

    /**
     * Sets the tables that earlier migrations created, which are dropped if no model has them.
     *
     * @param names names in any case, with a schema if the migration named one: {@code users},
     *     {@code audit.entries}; includes indexes, sequences and types
     */
    public TableRules knowing(Set<String> names) {
        Set<String> more = new LinkedHashSet<>(known);
        names.forEach(name -> more.add(lower(name)));
        return new TableRules(ignored, more, constraints);
    }

    /**
     * Passes the SQL of earlier migrations. A constraint that they do not mention is dropped only
     * with your consent.
     */
    public TableRules knowingScripts(List<String> scripts) {
        return new TableRules(ignored, known, new KnownConstraints(scripts));
    }

    boolean madeByHand(Table table, TablePart part) {
        return constraints.madeByHand(table, part);
    }

    /** Returns the schemas of known tables that are not in the default schema. */
    Set<String> schemas() {
        return known.stream()
                .filter(name -> name.contains("."))
                .map(name -> name.substring(0, name.indexOf('.')))
                .collect(Collectors.toSet());
    }

    boolean ignores(TableName name) {
        String whole = lower(name.toString());
        String last = lower(name.name());
        return ignored.stream().anyMatch(pattern -> fits(pattern, whole) || fits(pattern, last));
    }

    boolean knows(TableName name) {
        return known.contains(lower(name.toString())) || known.contains(lower(name.name()));
    }

    private static boolean fits(String pattern, String name) {
        if (!pattern.contains("*")) {
            return pattern.equals(name);
        }
        return name.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
