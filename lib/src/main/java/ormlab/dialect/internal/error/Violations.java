package ormlab.dialect.internal.error;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.jspecify.annotations.Nullable;
import ormlab.dialect.ConstraintViolation;

/** Creates the errors for violated constraints, with the same wording for every database. */
public final class Violations {
    private final SQLException cause;
    private final @Nullable String sql;

    /** Creates the errors of one failed statement. */
    public Violations(SQLException cause, @Nullable String sql) {
        this.cause = cause;
        this.sql = sql;
    }

    /** Creates the error for a null in a column that must have a value. */
    public ConstraintViolation notNull(String table, String column) {
        String words = table + '.' + column + " must not be null.";
        return violation(words, ConstraintKind.NOT_NULL, column, table, List.of(column));
    }

    /** Creates the error for a violated unique constraint. */
    public ConstraintViolation unique(
            String table, List<String> columns, String constraint, Optional<String> value) {
        String what = columns.size() == 1 ? "this value" : "these values";
        String words =
                "%s must be unique: another row already has %s%s"
                        .formatted(target(table, columns), what, end(value));
        return violation(words, ConstraintKind.UNIQUE, constraint, table, columns);
    }

    /** Creates the error for a foreign key that refers to a missing row. */
    public ConstraintViolation parentMissing(
            String table,
            List<String> columns,
            String parent,
            String constraint,
            Optional<String> value) {
        String words =
                "%s refers to a row of '%s' that does not exist%s"
                        .formatted(target(table, columns), parent, end(value));
        return violation(words, ConstraintKind.FOREIGN_KEY, constraint, table, columns);
    }

    /** Creates the error for a row that cannot be deleted because others refer to it. */
    public ConstraintViolation stillReferredTo(
            String parent, String children, String constraint, Optional<String> value) {
        String words =
                "A row of '%s' is still referred to by %s%s"
                        .formatted(parent, children, end(value));
        return violation(words, ConstraintKind.FOREIGN_KEY, constraint, parent, List.of());
    }

    /** Creates the error for a foreign key of which only the table is known, or not even that. */
    public ConstraintViolation foreignKey(String table) {
        return foreignKey("A row refers to a row that does not exist.", table);
    }

    /** Creates the error for a foreign key, possibly unknown; {@code words} is the message. */
    public ConstraintViolation foreignKey(String words, String table) {
        return violation(words, ConstraintKind.FOREIGN_KEY, null, table, List.of());
    }

    /** Creates the error for a text that is too long. */
    public ConstraintViolation tooLong(String table, List<String> columns, String length) {
        return tooLong(table, columns, length, null);
    }

    /** Creates the error for a text that is too long. */
    public ConstraintViolation tooLong(
            String table, List<String> columns, String length, String constraint) {
        String value = table.isEmpty() ? "A value" : "A value of '" + table + "'";
        String words =
                switch (columns.size()) {
                    case 0 -> value + " is longer than its column, which holds " + length;
                    case 1 -> target(table, columns) + " is longer than " + length;
                    default ->
                            "%s is longer than its column: %s hold %s"
                                    .formatted(value, String.join(", ", columns), length);
                };
        return violation(words + " characters.", ConstraintKind.CHECK, constraint, table, columns);
    }

    /** Creates the error for a violated check constraint. */
    public ConstraintViolation check(String table, List<String> columns, String constraint) {
        String what = columns.isEmpty() ? "A row of '" + table + "'" : target(table, columns);
        String words = "%s breaks the rule %s.".formatted(what, constraint);
        return violation(words, ConstraintKind.CHECK, constraint, table, columns);
    }

    private static String end(Optional<String> value) {
        return value.map(text -> " (" + text + ").").orElse(".");
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
