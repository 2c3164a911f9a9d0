package ormlab.internal.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import ormlab.trace.Advisor;
import ormlab.trace.Trace;
import ormlab.trace.TracedStatement;

/**
 * What was recorded during a trace: statements, transaction borders and facts, by their position.
 *
 * @param result what the traced code returned
 */
record Notes(List<Advisor.Entry> entries, @Nullable Object result) {
    int size() {
        return entries.size();
    }

    long nanos(int place) {
        return entries.get(place).nanos();
    }

    /** Returns the statement at a position; null if there is something else. */
    @Nullable TracedStatement statement(int place) {
        return place < size() && entries.get(place).what() instanceof Trace.Event event
                ? event.statement()
                : null;
    }

    /** Returns whether a transaction ended at a position. */
    boolean isBorder(int place) {
        return entries.get(place).what() instanceof Trace.Event event && event.border() != null;
    }

    <F> @Nullable F fact(int place, Class<F> kind) {
        Object what = place >= 0 && place < size() ? entries.get(place).what() : null;
        return kind.isInstance(what) ? kind.cast(what) : null;
    }

    /** Calls an action with the position of each fact of a kind, in order. */
    <F> void each(Class<F> kind, BiConsumer<Integer, F> action) {
        for (int place = 0; place < size(); place++) {
            F fact = fact(place, kind);
            if (fact != null) {
                action.accept(place, fact);
            }
        }
    }

    <F> List<F> all(Class<F> kind) {
        List<F> found = new ArrayList<>();
        each(kind, (place, fact) -> found.add(fact));
        return found;
    }

    /** Returns the statement that a fact caused; null if it caused none. */
    @Nullable TracedStatement sentFor(int place) {
        return fact(place + 1, Fact.Sending.class) == null ? null : statement(place + 2);
    }

    /** Returns the first change that was sent after a position; null if there was none. */
    @Nullable TracedStatement changeAfter(int place) {
        for (int after = place + 1; after < size(); after++) {
            TracedStatement statement = statement(after);
            if (statement != null && !statement.isSelect()) {
                return statement;
            }
        }
        return null;
    }

    /** Returns the query that loaded an entity as one of its rows. */
    Fact.@Nullable Queried queryOf(@Nullable Object entity) {
        return entity == null
                ? null
                : all(Fact.Queried.class).stream()
                        .filter(query -> query.rows().holds(entity))
                        .findFirst()
                        .orElse(null);
    }

    /** Returns the SELECT of a query that has returned, ignoring those of eager associations. */
    @Nullable TracedStatement selectOf(int queried) {
        int start = queried;
        while (start >= 0 && fact(start, Fact.QueryStarts.class) == null) {
            start--;
        }
        for (int place = start + 1; place < queried; place++) {
            TracedStatement statement = statement(place);
            if (statement != null && statement.isSelect()) {
                return statement;
            }
        }
        return null;
    }

    /** Returns whether the code returned objects, whose rows may still be read. */
    boolean returnedRows() {
        return result != null
                && !(result instanceof Number
                        || result instanceof Boolean
                        || result instanceof String);
    }
}
