package ormlab.migrate.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ormlab.internal.lexer.SqlToken;
import ormlab.internal.lexer.SqlTokens;
import ormlab.schema.CheckConstraint;
import ormlab.schema.ForeignKey;
import ormlab.schema.Key;
import ormlab.schema.SqlFragment;
import ormlab.schema.TableName;

/** Reads the keys, foreign keys and checks of a {@code create table} statement. */
final class ConstraintParser {
    static final Set<String> FIRST_WORDS =
            Set.of("constraint", "primary", "unique", "check", "foreign");

    private final List<Key> uniques = new ArrayList<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private final List<CheckConstraint> checks = new ArrayList<>();
    private Optional<Key> primaryKey = Optional.empty();
    private boolean numbered;

    Optional<Key> primaryKey() {
        return primaryKey;
    }

    /** Returns whether a primary key after the columns has {@code autoincrement}. */
    boolean isNumbered() {
        return numbered;
    }

    List<Key> uniques() {
        return uniques;
    }

    List<ForeignKey> foreignKeys() {
        return foreignKeys;
    }

    List<CheckConstraint> checks() {
        return checks;
    }

    /** Reads the constraints of the table; SQLite does not require commas between them. */
    void read(SqlCursor sql) {
        while (!sql.isAtEnd()) {
            String name = nameOf(sql);
            switch (sql.next()) {
                case "primary" -> {
                    sql.take("key");
                    int start = sql.position();
                    primaryKey(sql, name, sql.names());
                    numbered =
                            sql.tokensFrom(start).stream()
                                    .anyMatch(token -> token.is("autoincrement"));
                    skipConflict(sql);
                }
                case "unique" -> unique(sql, name);
                case "check" -> check(sql, name);
                case "foreign" -> {
                    sql.take("key");
                    List<String> columns = sql.names();
                    sql.take("references");
                    foreignKey(sql, name, columns);
                }
                default -> {
                    // A word of another database, whose meaning is not compared.
                }
            }
        }
    }

    /** Reads the name of a constraint; empty if it has none. */
    static String nameOf(SqlCursor sql) {
        return sql.take("constraint") ? sql.name() : "";
    }

    static void skipConflict(SqlCursor sql) {
        if (sql.take("on", "conflict")) {
            sql.next();
        }
    }

    void primaryKey(SqlCursor sql, String name, List<String> columns) {
        primaryKey = Optional.of(key(sql, name, "primary key", columns, ""));
    }

    void unique(SqlCursor sql, String name, List<String> columns, String rest) {
        uniques.add(key(sql, name, "unique", columns, rest));
    }

    private void unique(SqlCursor sql, String name) {
        int start = sql.position();
        sql.skipTo("(");
        String before = sql.textFrom(start).toLowerCase(Locale.ROOT);
        List<String> columns = sql.names();
        skipConflict(sql);
        int rest = sql.position();
        while (!sql.isAtEnd() && !sql.isAtOneOf(FIRST_WORDS)) {
            sql.next();
        }
        unique(sql, name, columns, (before + ' ' + sql.textFrom(rest)).strip());
    }

    private static Key key(
            SqlCursor sql, String name, String kind, List<String> columns, String rest) {
        String definition =
                "%s (%s) %s".formatted(kind, sql.engine().quoted(columns), rest).strip();
        String canonical = SqlTokens.canonical(definition, sql.engine().bracketsQuoteNames());
        return new Key(name, columns, new SqlFragment(definition, canonical));
    }

    void check(SqlCursor sql, String name) {
        int start = sql.position();
        sql.skip();
        Set<String> words = new TreeSet<>();
        sql.tokensFrom(start).stream()
                .filter(SqlToken::isName)
                .forEach(token -> words.add(token.canonical()));
        checks.add(new CheckConstraint(name, sql.expressionWithin(start), words));
        sql.take("no", "inherit");
        skipConflict(sql);
    }

    /** Reads a foreign key, starting after the word {@code references}. */
    void foreignKey(SqlCursor sql, String name, List<String> columns) {
        TableName target = sql.tableName();
        List<String> targetColumns = sql.isAt("(") ? sql.names() : List.of();
        String onDelete = ForeignKey.NO_ACTION;
        String onUpdate = ForeignKey.NO_ACTION;
        List<String> rest = new ArrayList<>();
        while (true) {
            if (sql.take("on", "delete")) {
                onDelete = action(sql);
            } else if (sql.take("on", "update")) {
                onUpdate = action(sql);
            } else if (sql.take("match")) {
                rest.add("match " + sql.next());
            } else if (sql.take("not", "deferrable")) {
                isDeferred(sql);
            } else if (sql.take("deferrable")) {
                rest.add(isDeferred(sql) ? "deferrable initially deferred" : "deferrable");
            } else {
                break;
            }
        }
        String more = String.join(" ", rest);
        foreignKeys.add(
                new ForeignKey(name, columns, target, targetColumns, onDelete, onUpdate, more));
    }

    private static String action(SqlCursor sql) {
        String action = sql.next();
        return Set.of("set", "no").contains(action) ? action + ' ' + sql.next() : action;
    }

    private static boolean isDeferred(SqlCursor sql) {
        return sql.take("initially") && sql.next().equals("deferred");
    }
}
