package ormlab.dialect.internal.error;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.jspecify.annotations.Nullable;
import ormlab.dialect.ConstraintViolation;

/** Creates the errors for broken constraints, in the same wording for every database. */
public final class Violations {
    private final SQLException cause;
    private final @Nullable String sql;

    /** Creates the errors of one failed statement. */
    public Violations(SQLException cause, @Nullable String sql) {
        this.cause = cause;
        this.sql = sql;
    }

    /** A column is null that must not be. */
    public ConstraintViolation notNull(String table, String column) {
        String words = table + '.' + column + " must not be null.";
        return violation(words, ConstraintKind.NOT_NULL, column, table, List.of(column));
    }

    /** A unique constraint is broken. */
    public ConstraintViolation unique(
            String table, List<String> columns, String constraint, Optional<String> value) {
        String what = columns.size() == 1 ? "this value" : "these values";
        String words =
                target(table, columns)
                        + " must be unique: another row already has "
                        + value.map(text -> what + " (" + text + ").").orElse(what + ".");
        return violation(words, ConstraintKind.UNIQUE, constraint, table, columns);
    }

    /** A foreign key refers to a missing row. */
    public ConstraintViolation parentMissing(
            String table,
            List<String> columns,
            String parent,
            String constraint,
            Optional<String> value) {
        String words =
                target(table, columns)
                        + " refers to a row of '"
                        + parent
                        + "' that does not exist"
                        + value.map(text -> " (" + text + ").").orElse(".");
        return violation(words, ConstraintKind.FOREIGN_KEY, constraint, table, columns);
    }

    /** A row cannot go while others refer to it. */
    public ConstraintViolation stillReferredTo(
            String parent, String children, String constraint, Optional<String> value) {
        String words =
                "A row of '"
                        + parent
                        + "' is still referred to by "
                        + children
                        + value.map(text -> " (" + text + ").").orElse(".");
        return violation(words, ConstraintKind.FOREIGN_KEY, constraint, parent, List.of());
    }

    /** Some foreign key is broken; {@code words} is the message. */
    public ConstraintViolation foreignKey(String words, String table) {
        return violation(words, ConstraintKind.FOREIGN_KEY, null, table, List.of());
    }

    /** A text is too long. */
    public ConstraintViolation tooLong(String table, List<String> columns, String lengths) {
        return tooLong(table, columns, lengths, null);
    }

    /** A text is too long. */
    public ConstraintViolation tooLong(
            String table, List<String> columns, String lengths, String constraint) {
        String words =
                columns.size() == 1
                        ? target(table, columns) + " is longer than " + lengths + " characters."
                        : "A value of '" + table + "' is longer than its column: " + lengths + '.';
        return violation(words, ConstraintKind.CHECK, constraint, table, columns);
    }

    /** A check constraint is broken. */
    public ConstraintViolation check(String table, List<String> columns, String constraint) {
        String words =
                (columns.isEmpty() ? "A row of '" + table + "'" : target(table, columns))
                        + " breaks the rule "
                        + constraint
                        + '.';
        return violation(words, ConstraintKind.CHECK, constraint, table, columns);
    }

    private ConstraintViolation violation(
            String words, ConstraintKind kind, String name, String table, List<String> columns) {
        return new ConstraintViolation(words, cause, sql, kind, name, table, columns);
    }

    /** Returns {@code users.username}, or {@code users (first_name, last_name)}. */
    public static String target(String table, List<String> columns) {
        return columns.size() == 1
                ? table + '.' + columns.get(0)
                : table + " (" + String.join(", ", columns) + ')';
    }
}
