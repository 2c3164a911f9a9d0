package ormlab.internal.identity;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.PrimitiveIterator;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;

/**
 * The ids that one session has taken and not used yet.
 *
 * <p>Blocks are taken for one flush and released at its end. While a block exists, every id of its
 * table comes from it. Otherwise the database might generate ids that clash with rows from the
 * block that have not been sent yet.
 */
public final class IdBlocks {
    private final Map<IdentityBlocks, PrimitiveIterator.OfLong> open = new IdentityHashMap<>();

    /** Creates an object without any ids. */
    public IdBlocks() {}

    /** The interceptor of a session that takes ids in blocks. */
    public interface Holder {
        /** Returns the session's blocks. */
        IdBlocks idBlocks();
    }

    /**
     * Takes ids for objects that are about to be inserted, with one statement. Does nothing for a
     * class whose ids the database does not generate.
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
     * @param generator generates the ids of the table
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
