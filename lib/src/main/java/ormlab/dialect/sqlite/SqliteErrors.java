package ormlab.dialect.sqlite;

import java.sql.SQLException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.JDBCException;
import org.hibernate.exception.DataException;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockAcquisitionException;
import org.hibernate.exception.SQLGrammarException;
import org.hibernate.exception.spi.SQLExceptionConversionDelegate;
import ormlab.dialect.internal.error.ErrorSentences;
import ormlab.dialect.internal.model.ModelFacts;

/** Turns SQLite's error codes into Hibernate's exceptions, with helpful messages. */
final class SqliteErrors implements SQLExceptionConversionDelegate {
    private static final int ERROR = 1;
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    static final int READ_ONLY = 8;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int TOO_BIG = 18;
    private static final int CONSTRAINT = 19;
    private static final int MISMATCH = 20;
    private static final int NOT_A_DATABASE = 26;
    private static final int BUSY_SNAPSHOT = 517;
    private static final int MOVED = 1032;

    private static final Pattern NO_TABLE = Pattern.compile("no such table: ([^\\s)]+)");
    private static final Pattern NO_COLUMN =
            Pattern.compile("no such column: ([^\\s)]+)|has no column named ([^\\s)]+)");

    private final Supplier<ModelFacts> model;
    private final Supplier<Long> busyTimeoutMillis;

    SqliteErrors(Supplier<ModelFacts> model, Supplier<Long> busyTimeoutMillis) {
        this.model = model;
        this.busyTimeoutMillis = busyTimeoutMillis;
    }

    @Override
    public JDBCException convert(SQLException raised, String message, String sql) {
        SQLException cause = sqliteError(raised);
        int code = cause.getErrorCode();
        return switch (code & 0xFF) {
            case ERROR -> grammar(cause, sql);
            case BUSY, LOCKED -> locked(cause, code);
            case READ_ONLY ->
                    unavailable(
                            code == MOVED
                                    ? cause.getMessage()
                                    : "The database is read-only; nothing was written.",
                            cause);
            case FULL -> unavailable("The disk is full; nothing was written.", cause);
            case CANNOT_OPEN ->
                    unavailable(
                            "The database file cannot be opened. Does its folder exist?", cause);
            case NOT_A_DATABASE -> unavailable("The file is not a SQLite database.", cause);
            case CONSTRAINT ->
                    new SqliteViolations(model.get(), cause, sql)
                            .of(cause.getMessage())
                            .orElse(null);
            case TOO_BIG ->
                    new DataException("A value is larger than SQLite's limit of 1 GB.", cause);
            case MISMATCH -> new DataException("An id in SQLite must be a whole number.", cause);
            default -> null;
        };
    }

    private static SQLException sqliteError(SQLException raised) {
        for (Throwable each = raised; each != null; each = each.getCause()) {
            if (each instanceof org.sqlite.SQLiteException found) {
                return found;
            }
        }
        return raised;
    }

    private JDBCException grammar(SQLException cause, String sql) {
        String message = String.valueOf(cause.getMessage());
        Matcher table = NO_TABLE.matcher(message);
        if (table.find()) {
            return new SQLGrammarException(
                    ErrorSentences.noTable(unqualified(table.group(1)), model.get()), cause);
        }
        Matcher column = NO_COLUMN.matcher(message);
        if (column.find()) {
            String name = column.group(1) == null ? column.group(2) : column.group(1);
            return new SQLGrammarException(
                    ErrorSentences.noColumn(unqualified(name), sql, model.get()), cause);
        }
        if (message.contains("no such function: regexp")) {
            return new SQLGrammarException(
                    "SQLite has no built-in regular expressions. Use 'like', or add a function"
                            + " 'regexp' to each connection.",
                    cause);
        }
        if (message.contains("at most 64 tables in a join")) {
            return new SQLGrammarException(
                    "SQLite joins at most 64 tables in one query. Fetch fewer associations at"
                            + " once.",
                    cause);
        }
        return new SQLGrammarException(message, cause, sql);
    }

    private static String unqualified(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private JDBCException locked(SQLException cause, int code) {
        if (code == BUSY_SNAPSHOT) {
            return new LockAcquisitionException(
                    "Another connection wrote to the database after this transaction had begun to"
                            + " read. Roll back, then try again.",
                    cause);
        }
        return new LockAcquisitionException(ErrorSentences.locked(busyTimeoutMillis.get()), cause);
    }

    private static JDBCException unavailable(String words, SQLException cause) {
        return new JDBCConnectionException(words, cause);
    }
}
