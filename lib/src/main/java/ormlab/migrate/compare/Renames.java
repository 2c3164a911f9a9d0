package ormlab.migrate.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import ormlab.dialect.Engine;
import ormlab.migrate.compare.ColumnChange.RenamedColumn;
import ormlab.migrate.compare.TableChange.RenamedTable;
import ormlab.schema.TableName;

/**
 * The renames between two schemas: tables first, then columns of tables by their new names.
 *
 * @param tables the renamed tables
 * @param columns the renamed columns
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
     * Returns the statements that rename, tables first.
     *
     * @param engine the database that runs them
     */
    public List<String> statements(Engine engine) {
        List<String> statements = new ArrayList<>();
        for (RenamedTable each : tables) {
            String to = engine.quoted(each.to().name());
            statements.add("alter table " + engine.quoted(each.from()) + " rename to " + to);
        }
        for (RenamedColumn each : columns) {
            statements.add(
                    "alter table %s rename column %s to %s"
                            .formatted(
                                    engine.quoted(each.subject()),
                                    engine.quoted(each.from()),
                                    engine.quoted(each.to())));
        }
        return statements;
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
     * @param table the name of its table afterwards
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
     * @param table the name of its table afterwards
     */
    public String after(TableName table, String before) {
        return reversed().before(before(table), before);
    }
}
