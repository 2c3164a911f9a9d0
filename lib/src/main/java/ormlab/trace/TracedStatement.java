package ormlab.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement as the database received it.
 *
 * @param sql the statement with {@code ?} for each bind
 * @param binds the bound values, a list for each time the statement was sent in a batch
 * @param rows rows read by a query, or changed by another statement; -1 if the driver does not
 *     report them
 * @param nanos how long the database took until it answered, in nanoseconds, without reading the
 *     rows
 * @param failure the database's message if it rejected the statement, otherwise null
 * @param loading what was loaded lazily and caused the statement, such as {@code Role.users};
 *     otherwise null
 * @param callSite the line of your code that caused it; null unless {@link Detail#CALL_SITES} were
 *     recorded
 * @param plan how the database finds the rows, for the first binds of a batch; null unless {@link
 *     Detail#PLANS} were recorded
 */
public record TracedStatement(
        String sql,
        List<List<@Nullable Object>> binds,
        long rows,
        long nanos,
        @Nullable String failure,
        @Nullable String loading,
        @Nullable CallSite callSite,
        @Nullable Plan plan) {
    /** Creates a statement without details. */
    public TracedStatement(
            String sql,
            List<List<@Nullable Object>> binds,
            long rows,
            long nanos,
            @Nullable String failure,
            @Nullable String loading) {
        this(sql, binds, rows, nanos, failure, loading, null, null);
    }

    /** Returns whether this is a SELECT, possibly after WITH. */
    public boolean isSelect() {
        return SqlText.isQuery(sql);
    }

    /** Returns the statement, binds and rows on one or a few lines. */
    public String text() {
        return written(SqlForm.TEXT);
    }

    String written(SqlForm form) {
        return sent(form) + form.below(outcome());
    }

    /**
     * Returns what is known right after the statement was sent; the rows of a query are not read
     * yet.
     */
    String echo() {
        return isSelect() && failure == null ? sent(SqlForm.TEXT) : text();
    }

    private String sent(SqlForm form) {
        StringBuilder text = new StringBuilder(form.sql(SqlText.wrapped(sql)));
        if (binds.size() > 1) {
            text.append(form.below("sent as a batch of " + binds.size()));
        } else if (!binds.isEmpty() && !binds.get(0).isEmpty()) {
            text.append(form.below("binds:"))
                    .append(' ')
                    .append(form.sql(SqlText.binds(binds.get(0))));
        }
        if (loading != null) {
            text.append(form.below("loads " + loading));
        }
        if (callSite != null) {
            text.append(form.below("from " + callSite));
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
