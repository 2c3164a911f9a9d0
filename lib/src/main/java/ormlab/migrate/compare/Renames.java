package ormlab.migrate.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ormlab.error.OrmlabException;
import ormlab.error.Suggestion;
import ormlab.migrate.compare.Change.RenamedColumn;
import ormlab.migrate.compare.Change.RenamedTable;
import ormlab.migrate.engine.DatabaseSchema;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/**
 * Is the renames between two schemas: tables first, then columns of tables by their new names.
 *
 * @param tables the renamed tables; not null
 * @param columns the renamed columns; not null
 */
public record Renames(List<RenamedTable> tables, List<RenamedColumn> columns) {
    /** Keeps copies that nobody can change. */
    public Renames {
        tables = List.copyOf(tables);
        columns = List.copyOf(columns);
    }

    /** Returns whether nothing is renamed. */
    public boolean isEmpty() {
        return tables.isEmpty() && columns.isEmpty();
    }

    /**
     * Gives the renames of the way back.
     *
     * @return what undoes these
     */
    public Renames reversed() {
        List<RenamedTable> backTables = new ArrayList<>();
        tables.forEach(each -> backTables.add(new RenamedTable(each.to(), each.from())));
        List<RenamedColumn> backColumns = new ArrayList<>();
        for (RenamedColumn each : columns) {
            TableName then =
                    tables.stream()
                            .filter(table -> table.to().equals(each.subject()))
                            .map(RenamedTable::from)
                            .findFirst()
                            .orElse(each.subject());
            backColumns.add(new RenamedColumn(then, each.to(), each.from()));
        }
        Collections.reverse(backTables);
        Collections.reverse(backColumns);
        return new Renames(backTables, backColumns);
    }

    /**
     * Gives the name that a table had before.
     *
     * @param now its name afterwards; not null
     * @return its name before
     */
    public TableName before(TableName now) {
        return tables.stream()
                .filter(each -> each.to().equals(now))
                .map(RenamedTable::from)
                .findFirst()
                .orElse(now);
    }

    /**
     * Gives the name that a column had before.
     *
     * @param table the name of its table afterwards; not null
     * @param now the name of the column afterwards; not null
     * @return its name before
     */
    public String before(TableName table, String now) {
        return columns.stream()
                .filter(each -> each.subject().equals(table) && each.to().equals(now))
                .map(RenamedColumn::from)
                .findFirst()
                .orElse(now);
    }

    /** Reads the decisions; what was renamed already is passed over. */
    static Renames decided(Decisions decisions, DatabaseSchema found, DatabaseSchema model) {
        List<RenamedTable> tables = new ArrayList<>();
        for (Map.Entry<String, String> each : decisions.renamedTables().entrySet()) {
            Optional<Table> from = find(found, each.getKey());
            Optional<Table> to = find(model, each.getValue());
            String call = "renamedTable(\"" + each.getKey() + "\", \"" + each.getValue() + "\")";
            if (from.isEmpty() && find(found, each.getValue()).isPresent()) {
                continue;
            }
            if (from.isEmpty()) {
                throw unknown(call, "the database has no table", each.getKey(), names(found));
            }
            if (to.isEmpty()) {
                throw unknown(call, "the models have no table", each.getValue(), names(model));
            }
            if (found.table(to.get().name()).isPresent()) {
                throw new OrmlabException(
                        call
                                + ": the database has a table '"
                                + to.get().name()
                                + "' already. Drop or rename that one first.");
            }
            tables.add(new RenamedTable(from.get().name(), to.get().name()));
        }
        return new Renames(tables, columns(decisions, tables, found, model));
    }

    private static List<RenamedColumn> columns(
            Decisions decisions,
            List<RenamedTable> tables,
            DatabaseSchema found,
            DatabaseSchema model) {
        Renames renamed = new Renames(tables, List.of());
        List<RenamedColumn> columns = new ArrayList<>();
        for (Map.Entry<String, String> each : decisions.renamedColumns().entrySet()) {
            int dot = each.getKey().lastIndexOf('.');
            String table = each.getKey().substring(0, dot);
            String old = each.getKey().substring(dot + 1);
            String call =
                    "renamedColumn(\"" + String.join("\", \"", table, old, each.getValue()) + "\")";
            TableName now =
                    tables.stream()
                            .filter(t -> t.from().toString().equalsIgnoreCase(table))
                            .map(RenamedTable::to)
                            .findFirst()
                            .orElseGet(
                                    () ->
                                            find(model, table)
                                                    .map(Table::name)
                                                    .orElseThrow(
                                                            () ->
                                                                    unknown(
                                                                            call,
                                                                            "the models have no"
                                                                                    + " table",
                                                                            table,
                                                                            names(model))));
            Table to = model.table(now).orElseThrow();
            Table from =
                    found.table(renamed.before(now))
                            .orElseThrow(
                                    () ->
                                            unknown(
                                                    call,
                                                    "the database has no table",
                                                    table,
                                                    names(found)));
            if (from.column(old).isEmpty() && from.column(each.getValue()).isPresent()) {
                continue;
            }
            if (from.column(old).isEmpty()) {
                throw unknown(call, "table '" + table + "' has no column", old, columns(from));
            }
            if (to.column(each.getValue()).isEmpty()) {
                throw unknown(
                        call,
                        "the model of '" + now + "' has no column",
                        each.getValue(),
                        columns(to));
            }
            if (from.column(each.getValue()).isPresent()
                    && !old.equalsIgnoreCase(each.getValue())) {
                throw new OrmlabException(
                        call
                                + ": table '"
                                + table
                                + "' has a column '"
                                + each.getValue()
                                + "' already. Drop or rename that one first.");
            }
            columns.add(
                    new RenamedColumn(
                            now,
                            from.column(old).orElseThrow().name(),
                            to.column(each.getValue()).orElseThrow().name()));
        }
        return columns;
    }

    private static OrmlabException unknown(
            String call, String what, String name, List<String> known) {
        return new OrmlabException(
                call + ": " + what + " '" + name + "'." + Suggestion.question(name, known));
    }

    private static Optional<Table> find(DatabaseSchema schema, String name) {
        return schema.tables().stream()
                .filter(table -> table.name().toString().equalsIgnoreCase(name))
                .findFirst();
    }

    private static List<String> names(DatabaseSchema schema) {
        return schema.tables().stream().map(table -> table.name().toString()).toList();
    }

    private static List<String> columns(Table table) {
        return table.columns().stream().map(column -> column.name()).toList();
    }
}
