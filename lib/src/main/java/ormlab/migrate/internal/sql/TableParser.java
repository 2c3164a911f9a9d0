package ormlab.migrate.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ormlab.dialect.Engine;
import ormlab.internal.lexer.SqlToken;
import ormlab.internal.lexer.SqlTokens;
import ormlab.schema.Column;
import ormlab.schema.Key;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/**
 * Reads a {@code create table} statement.
 *
 * <p>In SQLite, the statement is the only record of checks, constraint names, collations and
 * computed columns. A model's statements for PostgreSQL are parsed for their wording.
 */
public final class TableParser {
    private static final String CREATE = "create table";

    private TableParser() {}

    /** Reads the table that a statement creates. */
    public static Table parse(String sql, Engine engine) {
        SqlCursor cursor =
                new SqlCursor(sql, SqlTokens.of(sql, engine.bracketsQuoteNames()), engine);
        cursor.skipTo("table");
        cursor.next();
        TableName name = cursor.createdName();
        cursor.skipTo("(");
        List<Column> columns = new ArrayList<>();
        ConstraintParser constraints = new ConstraintParser();
        for (SqlCursor item : cursor.items()) {
            if (item.isAtOneOf(ConstraintParser.FIRST_WORDS)) {
                constraints.read(item);
            } else {
                columns.add(ColumnParser.read(item, constraints));
            }
        }
        return new Table(
                name,
                withKey(columns, constraints),
                constraints.primaryKey(),
                constraints.uniques(),
                constraints.foreignKeys(),
                constraints.checks(),
                List.of(),
                cursor.rest(),
                Optional.empty(),
                sql.regionMatches(true, 0, CREATE, 0, CREATE.length())
                        ? CREATE + sql.substring(CREATE.length())
                        : sql);
    }

    /**
     * Marks key columns as not null, and columns that {@code primary key (id autoincrement)}
     * numbers.
     */
    private static List<Column> withKey(List<Column> columns, ConstraintParser constraints) {
        List<String> key = constraints.primaryKey().map(Key::columns).orElse(List.of());
        return columns.stream()
                .map(
                        column -> {
                            if (key.stream().noneMatch(column.name()::equalsIgnoreCase)) {
                                return column;
                            }
                            return constraints.isNumbered()
                                    ? column.notNull().autoincrement()
                                    : column.notNull();
                        })
                .toList();
    }

    /**
     * Returns the statement that creates the same table under another name.
     *
     * @param sql a {@code create table} statement
     */
    public static String renamed(String sql, String name, Engine engine) {
        List<SqlToken> tokens = SqlTokens.of(sql, engine.bracketsQuoteNames());
        int open = 0;
        while (!tokens.get(open).is("(")) {
            open++;
        }
        SqlToken old = tokens.get(open - 1);
        return sql.substring(0, old.start()) + engine.quoted(name) + sql.substring(old.end());
    }

    /** Returns the name that follows {@code table}, {@code index}, {@code on} or {@code view}. */
    public static TableName nameAfter(String sql, String word, Engine engine) {
        SqlCursor cursor =
                new SqlCursor(sql, SqlTokens.of(sql, engine.bracketsQuoteNames()), engine);
        cursor.skipTo(word);
        cursor.next();
        return cursor.createdName();
    }
}
