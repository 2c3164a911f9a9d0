package ormlab.internal.identity;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.PrimitiveIterator;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;

/**
 * The ids that one session has taken and not used yet.
 *
 * <p>Blocks are taken for one flush and given up at its end. As long as there is one, every id of
 * its table comes out of it: rows with ids from it may still wait to be sent, and the database
 * would number another row as if they were not there.
 */
public final class IdBlocks {
    private final Map<IdentityBlocks, PrimitiveIterator.OfLong> open = new IdentityHashMap<>();

    /** Starts with no id taken. */
    public IdBlocks() {}

    /** The interceptor of a session that takes ids in blocks. */
    public interface Holder {
        /** Returns the session's blocks. */
        IdBlocks idBlocks();
    }

    /**
     * Takes ids for objects that are about to be inserted, with one statement. Does nothing for a
     * class whose ids the database does not number.
     *
     * @param persister of the class of the objects
     * @param count how many there are
     * @param session the session that inserts them; in a transaction
     */
    public void take(
            EntityPersister persister, int count, SharedSessionContractImplementor session) {
        if (persister.getGenerator() instanceof IdentityBlocks generator) {
            PrimitiveIterator.OfLong ids = generator.take(count, session);
            if (ids.hasNext()) {
                open.put(generator, ids);
            }
        }
    }

    /**
     * Returns whether an id is left for a table.
     *
     * @param generator numbers the rows of the table
     */
    boolean has(IdentityBlocks generator) {
        PrimitiveIterator.OfLong ids = open.get(generator);
        return ids != null && ids.hasNext();
    }

    long next(IdentityBlocks generator) {
        return open.get(generator).nextLong();
    }

    /** Returns whether any ids are taken: true between {@link #take} and {@link #close}. */
    public boolean isOpen() {
        return !open.isEmpty();
    }

    /** Releases the ids that are left. */
    public void close() {
        open.clear();
    }
}
