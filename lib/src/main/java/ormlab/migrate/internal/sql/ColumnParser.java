package ormlab.migrate.internal.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ormlab.internal.lexer.SqlToken;
import ormlab.schema.Column;
import ormlab.schema.Column.Generated;
import ormlab.schema.Column.Identity;
import ormlab.schema.SqlFragment;

/** Reads one column of a {@code create table} statement. */
final class ColumnParser {
    private static final Set<String> CONSTRAINTS =
            Set.of(
                    "constraint",
                    "primary",
                    "not",
                    "null",
                    "unique",
                    "check",
                    "default",
                    "collate",
                    "references",
                    "generated",
                    "as");

    private final SqlCursor sql;
    private final ConstraintParser constraints;
    private boolean nullable = true;
    private Optional<SqlFragment> defaultValue = Optional.empty();
    private Optional<Generated> generated = Optional.empty();
    private Identity identity = Identity.NONE;
    private Optional<String> collation = Optional.empty();

    private ColumnParser(SqlCursor sql, ConstraintParser constraints) {
        this.sql = sql;
        this.constraints = constraints;
    }

    /** Reads a column, and adds its constraints to those of the table. */
    static Column read(SqlCursor sql, ConstraintParser constraints) {
        return new ColumnParser(sql, constraints).read();
    }

    private Column read() {
        String name = sql.name();
        int start = sql.position();
        skipToConstraint();
        String type = type(sql.tokensFrom(start));
        String typeSql = sql.textFrom(start);
        while (!sql.isAtEnd()) {
            readConstraint(List.of(name));
        }
        return new Column(
                name,
                type,
                typeSql,
                nullable,
                defaultValue,
                generated,
                identity,
                collation,
                Optional.empty());
    }

    private void skipToConstraint() {
        while (!sql.isAtEnd() && !sql.isAtOneOf(CONSTRAINTS)) {
            sql.skip();
        }
    }

    /** {@code NUMERIC (10, 2)} is {@code numeric(10,2)}. */
    private static String type(List<SqlToken> tokens) {
        StringBuilder type = new StringBuilder();
        boolean wordBefore = false;
        for (SqlToken token : tokens) {
            boolean word = token.isName();
            type.append(word && wordBefore ? " " : "").append(token.canonical());
            wordBefore = word || token.is(")");
        }
        return type.toString();
    }

    private void readConstraint(List<String> column) {
        String constraint = ConstraintParser.nameOf(sql);
        switch (sql.next()) {
            case "primary" -> primaryKey(constraint, column);
            case "not" -> {
                nullable = false;
                sql.take("null");
                ConstraintParser.skipConflict(sql);
            }
            case "null" -> ConstraintParser.skipConflict(sql);
            case "unique" -> {
                constraints.unique(sql, constraint, column, "");
                ConstraintParser.skipConflict(sql);
            }
            case "check" -> constraints.check(sql, constraint);
            case "default" -> {
                int start = sql.position();
                sql.skip();
                skipToConstraint();
                defaultValue = Optional.of(sql.expressionFrom(start));
            }
            case "collate" -> collation = Optional.of(sql.name().toLowerCase(Locale.ROOT));
            case "references" -> constraints.foreignKey(sql, constraint, column);
            case "generated" -> generated();
            case "as" -> computed();
            default -> {
                // A word of another database, whose meaning is not compared.
            }
        }
    }

    private void primaryKey(String constraint, List<String> column) {
        sql.take("key");
        if (!sql.take("asc")) {
            sql.take("desc");
        }
        ConstraintParser.skipConflict(sql);
        if (sql.take("autoincrement")) {
            identity = Identity.AUTOINCREMENT;
        }
        constraints.primaryKey(sql, constraint, column);
    }

    private void generated() {
        boolean always = sql.take("always");
        sql.take("by", "default");
        sql.take("as");
        if (sql.take("identity")) {
            if (sql.isAt("(")) {
                sql.skip();
            }
            identity = always ? Identity.ALWAYS : Identity.BY_DEFAULT;
            nullable = false;
        } else {
            computed();
        }
    }

    private void computed() {
        int start = sql.position();
        sql.skip();
        SqlFragment expression = sql.expressionFrom(start);
        boolean stored = sql.take("stored");
        sql.take("virtual");
        generated = Optional.of(new Generated(expression, stored));
    }
}
