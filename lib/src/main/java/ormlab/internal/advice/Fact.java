package ormlab.internal.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that Hibernate did while a trace was recorded; {@code session} did it. */
sealed interface Fact {
    Object session();

    /** The session sends a statement, which is the next event. */
    record Sending(Object session) implements Fact {}

    /** A query starts, and flushes first if it needs to. */
    record QueryStarts(Object session) implements Fact {}

    /** The session detached what it had loaded, or was asked to load something again. */
    record Forgets(Object session) implements Fact {}

    /**
     * The code asked for an entity by its id.
     *
     * @param observable whether we can notice that the code uses one of its collections
     */
    record Found(Object session, String model, Object id, boolean observable) implements Fact {}

    /**
     * An association loads.
     *
     * @param owner the entity whose association it is; null if it is not loaded yet
     * @param toOne whether it leads to one entity
     */
    record AssociationLoads(
            Object session,
            String model,
            String attribute,
            @Nullable Object owner,
            String target,
            boolean toOne,
            boolean eager)
            implements Fact {
        String label() {
            return model + "." + attribute;
        }
    }

    /**
     * A query returned its rows.
     *
     * @param model the entity of a row; otherwise the first one after {@code from}
     * @param limit the maximum number of rows; {@link Integer#MAX_VALUE} for all rows
     * @param elements how many elements its fetched collections have; 0 if it fetches at most one
     *     collection
     */
    record Queried(
            Object session,
            QueryText query,
            String model,
            ReadList<?> rows,
            int limit,
            int offset,
            int elements)
            implements Fact {
        boolean isCut() {
            return limit != Integer.MAX_VALUE || offset > 0;
        }
    }

    /** A collection was created; its elements may be read later. */
    record CollectionMade(Object session, ReadBag<?> bag) implements Fact {}

    /** An entity changed, and the current flush updates it. */
    record Updated(
            Object session,
            String model,
            Object id,
            List<String> changed,
            int columns,
            boolean versioned,
            boolean dynamic)
            implements Fact {}

    /** A new entity refers to others. */
    record Inserted(Object session, List<Reference> references) implements Fact {}

    /** An attribute of a new entity, such as {@code User.role}, and what it refers to. */
    record Reference(String attribute, String model, Object id) {}
}
