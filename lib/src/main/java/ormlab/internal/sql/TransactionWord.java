package ormlab.internal.sql;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The first word of a statement that begins, ends or divides a transaction. */
public enum TransactionWord {
    /** Begins a transaction. */
    BEGIN,
    /** Begins a transaction, before the word {@code transaction}. */
    START,
    /** Ends a transaction and keeps its changes. */
    COMMIT,
    /** The same as {@link #COMMIT}. */
    END,
    /** Ends a transaction and discards its changes. */
    ROLLBACK,
    /** The same as {@link #ROLLBACK}. */
    ABORT,
    /** Marks a place that a rollback can return to. */
    SAVEPOINT,
    /** Removes such a mark. */
    RELEASE;

    /** Returns the constant of a lowercase word; empty for all other words. */
    public static Optional<TransactionWord> of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    /** Returns whether it discards changes. */
    public boolean discards() {
        return this == ROLLBACK || this == ABORT;
    }

    /** Returns whether it stays inside a transaction. */
    public boolean staysInside() {
        return this == SAVEPOINT || this == RELEASE;
    }
}
