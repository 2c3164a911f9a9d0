package ormlab.migrate.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ormlab.migrate.compare.Change.AddedColumn;
import ormlab.migrate.compare.Change.RemovedColumn;
import ormlab.schema.Column;
import ormlab.schema.ForeignKey;
import ormlab.schema.Table;

/** Finds what goes and comes and may be the same under a new name. */
final class LikelyRenames {
    /** The part of the columns, of the larger table, that must be alike. */
    private static final double ALIKE = 0.6;

    private LikelyRenames() {}

    static List<LikelyRename> in(SchemaDifference difference, Decisions decisions) {
        List<LikelyRename> likely = new ArrayList<>();
        for (Table old : difference.removed()) {
            for (Table table : difference.added()) {
                String from = old.name().toString();
                String to = table.name().toString();
                boolean decided =
                        decisions.isNotRenamed(from)
                                || decisions.isNotRenamed(to)
                                || decisions.mayLose(from);
                if (!decided && alike(old, table)) {
                    likely.add(new LikelyRename(table.name(), false, from, to, ""));
                }
            }
        }
        difference.tables().forEach(table -> addColumns(table, decisions, likely));
        return likely;
    }

    private static boolean alike(Table old, Table table) {
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

    private static void addColumns(
            TableDifference table, Decisions decisions, List<LikelyRename> likely) {
        for (Change gone : table.changes()) {
            for (Change come : table.changes()) {
                if (gone instanceof RemovedColumn removed
                        && come instanceof AddedColumn added
                        && alike(table, removed.column(), added.column())) {
                    String from = removed.column().name();
                    String to = added.column().name();
                    String prefix = table.after().name() + ".";
                    boolean decided =
                            decisions.isNotRenamed(prefix + from)
                                    || decisions.isNotRenamed(prefix + to)
                                    || decisions.mayLose(prefix + from);
                    if (!decided) {
                        likely.add(
                                new LikelyRename(
                                        table.after().name(),
                                        true,
                                        from,
                                        to,
                                        added.column().typeSql()));
                    }
                }
            }
        }
    }

    private static boolean alike(TableDifference table, Column gone, Column come) {
        return gone.type().equals(come.type())
                && gone.generated().isEmpty()
                && come.generated().isEmpty()
                && target(table.before(), gone.name()).equals(target(table.after(), come.name()));
    }

    /** A reference to something else is not the same under a new name. */
    private static Optional<String> target(Table table, String column) {
        return table.foreignKeys().stream()
                .filter(reference -> reference.columns().contains(column))
                .map(ForeignKey::target)
                .map(name -> name.toString())
                .findFirst();
    }
}
