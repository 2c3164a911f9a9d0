package ormlab.dialect;

import java.sql.SQLException;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;

/**
 * A statement broke a rule of a table; the message has the same wording on every database.
 *
 * <p>It is Hibernate's own exception, so what catches that one catches this one too.
 */
public final class ConstraintViolation extends ConstraintViolationException {
    private static final long serialVersionUID = 1L;

    private final String words;
    private final String tableName;
    private final transient List<String> columnNames;

    /** Creates the error; {@code words} is the sentence to show. */
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

    /** Returns the sentence alone; the statement is in {@link #getSQL()}. Never null. */
    @Override
    public String getMessage() {
        return words;
    }

    /** Returns the table whose rule was broken; empty if the database did not say. */
    public String getTableName() {
        return tableName;
    }

    /** Returns the columns that the rule is about; empty if unknown. */
    public List<String> getColumnNames() {
        return columnNames == null
                ? List.of()
                : columnNames; // null only when it was read from a stream
    }
}
