package ormlab.dialect;

import java.sql.SQLException;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;

/**
 * A statement violated a constraint; the message has the same wording on every database.
 *
 * <p>It extends Hibernate's own exception, so code that catches Hibernate's also catches this one.
 */
public final class ConstraintViolation extends ConstraintViolationException {
    private static final long serialVersionUID = 1L;

    private final String words;
    private final String tableName;
    private final transient List<String> columnNames;

    /** Creates the error; {@code words} is its message. */
    public ConstraintViolation(
            String words,
            SQLException cause,
            String sql,
            ConstraintKind kind,
            String constraintName,
            String tableName,
            List<String> columnNames) {
        super(words, cause, sql, kind, constraintName);
        this.words = words;
        this.tableName = tableName;
        this.columnNames = List.copyOf(columnNames);
    }

    /** Returns the message without the statement, which is in {@link #getSQL()}. Never null. */
    @Override
    public String getMessage() {
        return words;
    }

    /** Returns the table whose constraint was violated; empty if the database did not say. */
    public String getTableName() {
        return tableName;
    }

    /** Returns the columns of the constraint; empty if unknown. */
    public List<String> getColumnNames() {
        return columnNames == null ? List.of() : columnNames; // null only after deserialization
    }
}
