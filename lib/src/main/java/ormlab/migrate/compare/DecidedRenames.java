package ormlab.migrate.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import ormlab.error.OrmlabException;
import ormlab.error.Suggestion;
import ormlab.migrate.compare.ColumnChange.RenamedColumn;
import ormlab.migrate.compare.TableChange.RenamedTable;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.schema.Column;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/** Reads the renames that were decided; ignores those that the database already has. */
final class DecidedRenames {
    private static final String NO_TABLE_FOUND = "the database has no table";
    private static final String NO_TABLE_IN_MODELS = "the models have no table";

    private final Decisions decisions;
    private final DatabaseSchema found;
    private final DatabaseSchema model;
    private final List<RenamedTable> tables = new ArrayList<>();
    private final List<RenamedColumn> columns = new ArrayList<>();

    private DecidedRenames(Decisions decisions, DatabaseSchema found, DatabaseSchema model) {
        this.decisions = decisions;
        this.found = found;
        this.model = model;
    }

    /**
     * Returns the renames.
     *
     * @throws OrmlabException if a decision names something that does not exist
     */
    static Renames of(Decisions decisions, DatabaseSchema found, DatabaseSchema model) {
        DecidedRenames renames = new DecidedRenames(decisions, found, model);
        decisions.renamedTables().forEach(renames::addTable);
        Renames ofTables = new Renames(renames.tables, List.of());
        decisions
                .renamedColumns()
                .forEach(
                        (path, to) -> renames.addColumn(ofTables, path.table(), path.column(), to));
        return new Renames(renames.tables, renames.columns);
    }

    private void addTable(String from, String to) {
        if (find(found, from).isEmpty() && find(found, to).isPresent()) {
            return;
        }
        String call = "renamedTable(\"" + from + "\", \"" + to + "\")";
        TableName old = require(found, from, call, NO_TABLE_FOUND).name();
        TableName now = require(model, to, call, NO_TABLE_IN_MODELS).name();
        Optional<Table> holder = found.table(now);
        if (holder.isPresent() && !isRenamed(now)) {
            if (!decisions.mayLose(now.toString())) {
                throw taken(call + ": the database has a table '" + now, now.toString());
            }
            TableName holding = holder.get().name();
            String free = free(holding.name(), name -> found.table(in(holding, name)).isPresent());
            tables.add(new RenamedTable(holding, in(holding, free)));
        }
        tables.add(new RenamedTable(old, now));
    }

    private void addColumn(Renames ofTables, String table, String from, String to) {
        String call = "renamedColumn(\"" + String.join("\", \"", table, from, to) + "\")";
        Table after =
                tables.stream()
                        .filter(renamed -> renamed.from().toString().equalsIgnoreCase(table))
                        .map(renamed -> model.table(renamed.to()).orElseThrow())
                        .findFirst()
                        .orElseGet(() -> require(model, table, call, NO_TABLE_IN_MODELS));
        Table before =
                found.table(ofTables.before(after.name()))
                        .orElseThrow(() -> unknown(call, NO_TABLE_FOUND, table, names(found)));
        if (before.column(from).isEmpty() && before.column(to).isPresent()) {
            return;
        }
        Column old = require(before, from, call, "table '" + table + "' has no column");
        Column now = require(after, to, call, "the model of '" + after.name() + "' has no column");
        Optional<Column> holder = before.column(to);
        if (holder.isPresent() && !from.equalsIgnoreCase(to) && !isRenamed(table, to)) {
            if (!decisions.mayLose(after.name() + "." + to)) {
                throw taken(call + ": table '" + table + "' has a column '" + to, table + "." + to);
            }
            String held = holder.get().name();
            String free = free(held, name -> before.column(name).isPresent());
            columns.add(new RenamedColumn(after.name(), held, free));
        }
        columns.add(new RenamedColumn(after.name(), old.name(), now.name()));
    }

    private boolean isRenamed(TableName table) {
        return decisions.renamedTables().keySet().stream()
                .anyMatch(table.toString()::equalsIgnoreCase);
    }

    private boolean isRenamed(String table, String column) {
        return decisions.renamedColumns().keySet().stream()
                .anyMatch(
                        each ->
                                each.table().equalsIgnoreCase(table)
                                        && each.column().equalsIgnoreCase(column));
    }

    private static TableName in(TableName other, String name) {
        return new TableName(other.schema(), name);
    }

    /**
     * Returns a temporary name for something that is about to be dropped, because its name is
     * needed.
     */
    private static String free(String name, Predicate<String> isTaken) {
        String free = "old_" + name;
        while (isTaken.test(free)) {
            free += "_";
        }
        return free;
    }

    private static Table require(DatabaseSchema schema, String name, String call, String what) {
        return find(schema, name).orElseThrow(() -> unknown(call, what, name, names(schema)));
    }

    private static Column require(Table table, String name, String call, String what) {
        List<String> known = table.columns().stream().map(Column::name).toList();
        return table.column(name).orElseThrow(() -> unknown(call, what, name, known));
    }

    private static OrmlabException unknown(
            String call, String what, String name, List<String> known) {
        return new OrmlabException(
                call + ": " + what + " '" + name + "'." + Suggestion.question(name, known));
    }

    private static OrmlabException taken(String what, String path) {
        return new OrmlabException(
                "%s' already. Rename that one as well, or drop it: dropping(\"%s\")."
                        .formatted(what, path));
    }

    private static Optional<Table> find(DatabaseSchema schema, String name) {
        return schema.tables().stream()
                .filter(table -> table.name().toString().equalsIgnoreCase(name))
                .findFirst();
    }

    private static List<String> names(DatabaseSchema schema) {
        return schema.tables().stream().map(table -> table.name().toString()).toList();
    }
}
