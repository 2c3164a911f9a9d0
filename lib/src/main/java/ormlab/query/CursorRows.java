package ormlab.query;

import jakarta.transaction.Synchronization;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hibernate.Transaction;
import ormlab.error.OrmlabException;

/**
 * The rows of a cursor, which the database closes at the end of the transaction.
 *
 * <p>SQLite's driver would then report the end of the rows, as if none were left.
 */
final class CursorRows<R> extends AbstractSpliterator<R> implements Synchronization {
    private final Spliterator<R> rows;
    private long read;
    private boolean closed;

    private CursorRows(Spliterator<R> rows) {
        super(Long.MAX_VALUE, ORDERED);
        this.rows = rows;
    }

    static <R> Stream<R> of(Stream<R> rows, Transaction transaction) {
        CursorRows<R> cursor = new CursorRows<>(rows.spliterator());
        transaction.registerSynchronization(cursor);
        return StreamSupport.stream(cursor, false).onClose(rows::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super R> action) {
        if (closed) {
            throw new OrmlabException(
                    ("A commit or rollback closed this stream after %s rows, so the others were not"
                                    + " read. Commit after the last row, or walk with slice(…).")
                            .formatted(read));
        }
        read++;
        return rows.tryAdvance(action);
    }

    @Override
    public void beforeCompletion() {
        // The cursor can be read until the transaction ends.
    }

    @Override
    public void afterCompletion(int status) {
        closed = true;
    }
}
