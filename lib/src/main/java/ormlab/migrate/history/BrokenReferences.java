package ormlab.migrate.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ormlab.migrate.internal.engine.BrokenReference;
import ormlab.migrate.internal.engine.MigrationEngine;

/**
 * The rows of a database that refer to rows that do not exist.
 *
 * @param rows how many rows there are for each foreign key and its values
 * @param tables the names of all tables in lower case
 */
record BrokenReferences(Map<BrokenReference, Integer> rows, Set<String> tables) {
    private static final int NAMED_VALUES = 5;

    static BrokenReferences in(Connection connection, MigrationEngine engine) throws SQLException {
        return new BrokenReferences(
                engine.brokenReferences(connection), HistoryTable.otherTables(connection));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Returns the references that were not broken before. */
    BrokenReferences since(BrokenReferences before) {
        Map<BrokenReference, Integer> old = new HashMap<>();
        before.rows.forEach((each, count) -> old.merge(key(each, before), count, Integer::sum));
        Map<BrokenReference, Integer> added = new LinkedHashMap<>();
        rows.forEach(
                (each, count) -> {
                    BrokenReference key = key(each, before);
                    int known = Math.min(count, old.getOrDefault(key, 0));
                    old.merge(key, -known, Integer::sum);
                    if (count > known) {
                        added.put(each, count - known);
                    }
                });
        return new BrokenReferences(added, tables);
    }

    /** Adapts the names from before a run, which may rename columns and tables. */
    private BrokenReference key(BrokenReference each, BrokenReferences before) {
        boolean stays = isIn(each, tables) && isIn(each, before.tables);
        return new BrokenReference(
                stays ? each.table() : "", stays ? each.target() : "", "", each.values());
    }

    private static boolean isIn(BrokenReference each, Set<String> tables) {
        return tables.contains(each.table().toLowerCase(Locale.ROOT))
                && tables.contains(each.target().toLowerCase(Locale.ROOT));
    }

    /** Explains why a migration that leaves broken references is refused. */
    String refusal() {
        return rows.keySet().stream()
                .filter(each -> !each.isChecked())
                .findFirst()
                .map(BrokenReferences::uncheckable)
                .orElseGet(
                        () ->
                                byTables().entrySet().stream()
                                                .map(
                                                        pair ->
                                                                counted(
                                                                        pair.getValue(),
                                                                        pair.getKey()))
                                                .collect(Collectors.joining(", "))
                                        + " would refer to rows that do not exist. Delete or"
                                        + " change them in the migration before it deletes the"
                                        + " rows that they refer to.");
    }

    /** Returns a sentence for each pair of tables, for a run that did not fix these. */
    List<String> warnings() {
        return byTables().entrySet().stream()
                .map(
                        pair ->
                                pair.getValue().get(0).isChecked()
                                        ? warning(pair.getValue(), pair.getKey())
                                        : uncheckable(pair.getValue().get(0)))
                .toList();
    }

    private String warning(List<BrokenReference> keys, String tables) {
        return ("%s already had no matching row before this run: %s. Delete or correct such"
                        + " rows; 'pragma foreign_key_check' lists them.")
                .formatted(counted(keys, tables), values(keys));
    }

    private static String values(List<BrokenReference> keys) {
        String values =
                keys.stream()
                        .limit(NAMED_VALUES)
                        .map(BrokenReference::values)
                        .collect(Collectors.joining("; "));
        String columns = keys.get(0).table() + "." + keys.get(0).columns();
        return columns + " = " + values + (keys.size() > NAMED_VALUES ? "; …" : "");
    }

    private static String uncheckable(BrokenReference key) {
        return ("The foreign keys of table %s cannot be checked: %s. Let each of them refer to a"
                        + " primary key or to unique columns.")
                .formatted(key.table(), key.columns());
    }

    private Map<String, List<BrokenReference>> byTables() {
        return rows.keySet().stream()
                .collect(
                        Collectors.groupingBy(
                                each -> each.table() + " to " + each.target(),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    /** Returns {@code 2 references from posts to users}. */
    private String counted(List<BrokenReference> keys, String tables) {
        int sum = keys.stream().mapToInt(rows::get).sum();
        return (sum == 1 ? "1 reference" : sum + " references") + " from " + tables;
    }
}
