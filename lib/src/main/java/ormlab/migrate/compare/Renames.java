package ormlab.migrate.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import ormlab.dialect.Engine;
import ormlab.migrate.compare.ColumnChange.RenamedColumn;
import ormlab.migrate.compare.TableChange.RenamedTable;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/**
 * The renames between two schemas: first the tables, then the columns, whose tables have their new
 * names.
 */
public record Renames(List<RenamedTable> tables, List<RenamedColumn> columns) {
    /** No renames. */
    public static final Renames NONE = new Renames(List.of(), List.of());

    /** Copies both lists. */
    public Renames {
        tables = List.copyOf(tables);
        columns = List.copyOf(columns);
    }

    /** Returns whether nothing is renamed. */
    public boolean isEmpty() {
        return tables.isEmpty() && columns.isEmpty();
    }

    /** Returns the renames that undo these. */
    public Renames reversed() {
        List<RenamedTable> backTables = new ArrayList<>();
        tables.forEach(each -> backTables.add(new RenamedTable(each.to(), each.from())));
        List<RenamedColumn> backColumns = new ArrayList<>();
        for (RenamedColumn each : columns) {
            backColumns.add(new RenamedColumn(before(each.subject()), each.to(), each.from()));
        }
        Collections.reverse(backTables);
        Collections.reverse(backColumns);
        return new Renames(backTables, backColumns);
    }

    /**
     * A statement that renames something.
     *
     * @param change the rename; empty if the statement only frees a name that another one needs
     */
    public record Statement(Optional<Change> change, String sql) {}

    /**
     * Returns the statements, tables first.
     *
     * @param engine the database that runs them
     */
    public List<Statement> statements(Engine engine) {
        List<Statement> statements = new ArrayList<>();
        for (RenameOrder.Move move :
                RenameOrder.of(
                        tables.stream().map(each -> each.from().name()).toList(),
                        tables.stream().map(each -> each.to().name()).toList())) {
            RenamedTable table = tables.get(move.rename());
            TableName from = new TableName(table.from().schema(), move.from());
            statements.add(
                    statement(
                            move,
                            table,
                            "alter table %s rename to %s"
                                    .formatted(engine.quoted(from), engine.quoted(move.to()))));
        }
        columns.stream()
                .map(RenamedColumn::subject)
                .distinct()
                .forEach(table -> statements.addAll(columnsOf(table, engine)));
        return statements;
    }

    private List<Statement> columnsOf(TableName table, Engine engine) {
        List<RenamedColumn> own =
                columns.stream().filter(each -> each.subject().equals(table)).toList();
        return RenameOrder.of(
                        own.stream().map(RenamedColumn::from).toList(),
                        own.stream().map(RenamedColumn::to).toList())
                .stream()
                .map(
                        move ->
                                statement(
                                        move,
                                        own.get(move.rename()),
                                        "alter table %s rename column %s to %s"
                                                .formatted(
                                                        engine.quoted(table),
                                                        engine.quoted(move.from()),
                                                        engine.quoted(move.to()))))
                .toList();
    }

    private static Statement statement(RenameOrder.Move move, Change change, String sql) {
        return new Statement(move.last() ? Optional.of(change) : Optional.empty(), sql);
    }

    /**
     * Returns whether a table is renamed only because it is dropped and another one takes its name.
     */
    public boolean makesRoom(TableName now, DatabaseSchema after) {
        return !before(now).equals(now) && after.table(now).isEmpty();
    }

    /**
     * Returns whether a column is renamed only because it is dropped and another one takes its
     * name.
     */
    public boolean makesRoom(TableName table, String now, Table after) {
        return !before(table, now).equals(now) && after.column(now).isEmpty();
    }

    /** Returns the renames of tables and columns that still exist in a later schema. */
    public Renames within(DatabaseSchema after) {
        return new Renames(
                tables.stream().filter(each -> after.table(each.to()).isPresent()).toList(),
                columns.stream()
                        .filter(
                                each ->
                                        after.table(each.subject())
                                                .flatMap(table -> table.column(each.to()))
                                                .isPresent())
                        .toList());
    }

    /** Returns the name that a table had before. */
    public TableName before(TableName now) {
        return tables.stream()
                .filter(each -> each.to().equals(now))
                .map(RenamedTable::from)
                .findFirst()
                .orElse(now);
    }

    /**
     * Returns the name that a column had before.
     *
     * @param table the table's name after the renames
     */
    public String before(TableName table, String now) {
        return columns.stream()
                .filter(each -> each.subject().equals(table) && each.to().equals(now))
                .map(RenamedColumn::from)
                .findFirst()
                .orElse(now);
    }

    /** Returns the name that a table has afterwards. */
    public TableName after(TableName before) {
        return reversed().before(before);
    }

    /**
     * Returns the name that a column has afterwards.
     *
     * @param table the table's name after the renames
     */
    public String after(TableName table, String before) {
        return reversed().before(before(table), before);
    }
}
