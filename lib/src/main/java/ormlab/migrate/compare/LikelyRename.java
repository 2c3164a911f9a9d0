package ormlab.migrate.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ormlab.migrate.compare.ColumnChange.AddedColumn;
import ormlab.migrate.compare.ColumnChange.RemovedColumn;
import ormlab.schema.Column;
import ormlab.schema.ForeignKey;
import ormlab.schema.Table;

/**
 * A table or column that would be dropped, and an added one that may be the same under a new name.
 *
 * @param words the question, as one or two sentences
 * @param yes the method call of {@link Decisions} that confirms the rename, as Java to copy
 * @param no the call that denies it
 */
public record LikelyRename(String words, String yes, String no) {
    /** The part of the larger table's columns that must be alike. */
    private static final double ALIKE = 0.6;

    /** Returns both calls, the confirming one first. */
    public List<String> choices() {
        return List.of(yes, no);
    }

    static List<LikelyRename> in(SchemaDifference difference, Decisions decisions) {
        List<LikelyRename> likely = new ArrayList<>();
        for (Table old : difference.removed()) {
            for (Table table : difference.added()) {
                String from = old.name().toString();
                String to = table.name().toString();
                boolean consented =
                        decisions.mayLose(difference.renames().before(old.name()).toString());
                if (!consented && areAlike(old, table) && isOpen(from, to, decisions)) {
                    likely.add(ofTables(from, to));
                }
            }
        }
        for (TableDifference table : difference.tables()) {
            String path = table.after().name() + ".";
            for (RemovedColumn removed : table.changes(RemovedColumn.class)) {
                for (AddedColumn added : table.changes(AddedColumn.class)) {
                    String was = difference.renames().before(removed.subject(), removed.name());
                    if (!decisions.mayLose(path + was)
                            && areAlike(table, removed.column(), added.column())
                            && isOpen(path + removed.name(), path + added.name(), decisions)) {
                        likely.add(ofColumns(removed, added));
                    }
                }
            }
        }
        return likely;
    }

    private static boolean isOpen(String from, String to, Decisions decisions) {
        return !decisions.isNotRenamed(from)
                && !decisions.isNotRenamed(to)
                && !decisions.mayLose(from);
    }

    private static LikelyRename ofTables(String from, String to) {
        return new LikelyRename(
                "Table '%s' is gone and '%s' is new, with nearly the same columns. Was it renamed?"
                        .formatted(from, to),
                "renamedTable(\"%s\", \"%s\")".formatted(from, to),
                "notRenamed(\"" + from + "\")");
    }

    private static LikelyRename ofColumns(RemovedColumn removed, AddedColumn added) {
        String table = added.subject().toString();
        String from = removed.name();
        String to = added.name();
        return new LikelyRename(
                "Column '%s.%s' is gone and '%s.%s' is new, both %s. Was it renamed?"
                        .formatted(table, from, table, to, added.column().typeSql()),
                "renamedColumn(\"%s\", \"%s\", \"%s\")".formatted(table, from, to),
                "notRenamed(\"" + table + "." + from + "\")");
    }

    private static boolean areAlike(Table old, Table table) {
        long same =
                old.columns().stream()
                        .filter(
                                column ->
                                        table.column(column.name())
                                                .filter(c -> c.type().equals(column.type()))
                                                .isPresent())
                        .count();
        return same >= ALIKE * Math.max(old.columns().size(), table.columns().size());
    }

    private static boolean areAlike(TableDifference table, Column gone, Column come) {
        return gone.type().equals(come.type())
                && gone.generated().isEmpty()
                && come.generated().isEmpty()
                && target(table.before(), gone.name()).equals(target(table.after(), come.name()));
    }

    /** Returns what a column refers to: columns that refer to different tables are not a rename. */
    private static Optional<String> target(Table table, String column) {
        return table.foreignKeys().stream()
                .filter(foreignKey -> foreignKey.columns().contains(column))
                .map(ForeignKey::target)
                .map(name -> name.toString())
                .findFirst();
    }
}
