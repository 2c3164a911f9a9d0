package ormlab.trace;

import java.util.List;

/**
 * Is one statement as the database got it.
 *
 * @param sql the statement with {@code ?} for each bind
 * @param binds the bound values, a list for each time the statement was sent in a batch (one list
 *     without a batch)
 * @param rows rows read for a query, rows changed for anything else; -1 when the driver does not
 *     tell
 * @param nanos how long the database took until it answered, in nanoseconds; reading rows is not
 *     counted
 * @param failure the database's message when it refused the statement, else null
 * @param loading what loaded by itself and caused the statement, such as {@code Role.users}; else
 *     null
 */
public record TracedStatement(
        String sql,
        List<List<Object>> binds,
        long rows,
        long nanos,
        String failure,
        String loading) {
    /**
     * Tells whether this statement reads.
     *
     * @return true for SELECT, also behind WITH
     */
    public boolean isSelect() {
        return SqlText.isQuery(sql);
    }

    /**
     * Gives statement, binds and rows in one to a few lines.
     *
     * @return the text
     */
    public String text() {
        return sent() + "\n  -- " + outcome();
    }

    /**
     * Gives what is known when the statement was just sent: the rows of a query are not read yet.
     */
    String echo() {
        return isSelect() && failure == null ? sent() : text();
    }

    private String sent() {
        StringBuilder text = new StringBuilder(SqlText.wrapped(sql));
        if (binds.size() > 1) {
            text.append("\n  -- sent as a batch of ").append(binds.size());
        } else if (!binds.isEmpty() && !binds.get(0).isEmpty()) {
            text.append("\n  -- binds: ").append(SqlText.binds(binds.get(0)));
        }
        if (loading != null) {
            text.append("\n  -- ").append(loading).append(" loads by itself");
        }
        return text.toString();
    }

    String outcome() {
        if (failure != null) {
            return "refused: " + failure;
        }
        String count = rows == 1 ? "1 row" : rows < 0 ? "done" : rows + " rows";
        return isSelect() || rows < 0 ? count : count + " changed";
    }
}
