package ormlab.internal.advice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import ormlab.trace.Advice;
import ormlab.trace.SqlText;
import ormlab.trace.TracedStatement;

/** Finds queries that each triggered a flush, and transactions that waited for other work. */
final class TransactionRule implements Rule {
    /** The number of flushes that counts as a loop. */
    private static final int LOOP = 5;

    private static final long LONG = TimeUnit.SECONDS.toNanos(1);

    @Override
    public List<Advice> advise(Notes notes) {
        List<Advice> advice = new ArrayList<>();
        flushes(notes, advice);
        waits(notes, advice);
        return advice;
    }

    private static void flushes(Notes notes, List<Advice> advice) {
        Map<String, Integer> flushed = new LinkedHashMap<>();
        for (int place = 0; place < notes.size(); place++) {
            if (notes.isBorder(place)) {
                flushed.clear();
            }
            TracedStatement query =
                    notes.fact(place, Fact.QueryStarts.class) == null
                            ? null
                            : queriedAfterFlush(place, notes);
            String table = query == null ? "" : SqlText.table(query.sql());
            if (query != null && flushed.merge(table, 1, Integer::sum) == LOOP) {
                advice.add(
                        new Advice(
                                        Advice.Kind.FLUSH_BEFORE_EACH_QUERY,
                                        table,
                                        "Queries on %s took turns with changes, so each one flushed first."
                                                .formatted(table),
                                        "Send one query on %s before the first change."
                                                .formatted(table))
                                .at(query));
            }
        }
    }

    /** Returns the SELECT of a query that flushed changes first; null if there were none. */
    private static @Nullable TracedStatement queriedAfterFlush(int start, Notes notes) {
        boolean flushed = false;
        for (int place = start + 1; place < notes.size(); place++) {
            TracedStatement statement = notes.statement(place);
            if (notes.isBorder(place) || notes.fact(place, Fact.QueryStarts.class) != null) {
                return null;
            }
            if (statement != null && statement.isSelect()) {
                return flushed ? statement : null;
            }
            flushed |= statement != null;
        }
        return null;
    }

    private static void waits(Notes notes, List<Advice> advice) {
        TracedStatement changed = null;
        for (int place = 0; place < notes.size(); place++) {
            TracedStatement statement = notes.statement(place);
            long inDatabase = statement == null ? 0 : statement.nanos();
            long waited = place == 0 ? 0 : notes.nanos(place) - notes.nanos(place - 1) - inDatabase;
            if (changed != null && waited >= LONG) {
                advice.add(waited(changed, waited));
            }
            if (notes.isBorder(place)) {
                changed = null;
            } else if (statement != null && !statement.isSelect() && changed == null) {
                changed = statement;
            }
        }
    }

    private static Advice waited(TracedStatement change, long nanos) {
        String table = SqlText.table(change.sql());
        double seconds = nanos / (double) TimeUnit.SECONDS.toNanos(1);
        return new Advice(
                        Advice.Kind.SLOW_TRANSACTION,
                        table,
                        String.format(
                                Locale.ROOT,
                                "The transaction that changed %s then waited %.1f s for other work.",
                                table,
                                seconds),
                        "Call commit() before that work, or do it before the first change.")
                .at(change);
    }
}
