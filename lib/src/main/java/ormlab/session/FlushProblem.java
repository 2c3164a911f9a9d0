package ormlab.session;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.hibernate.TransientPropertyValueException;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.Status;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import ormlab.error.OrmlabException;

/** Puts what Hibernate says about a flush into the reader's terms. */
final class FlushProblem {
    private FlushProblem() {}

    static RuntimeException explained(RuntimeException failed, SessionImplementor session) {
        for (Throwable each = failed; each != null; each = each.getCause()) {
            if (each instanceof TransientPropertyValueException reference) {
                return referenceToDeleted(reference, session)
                        .map(deleted -> stillRefers(reference, deleted, failed))
                        .orElseGet(() -> notAdded(reference, failed));
            }
        }
        return failed;
    }

    /** Hibernate has one exception for a reference to a new object and to a deleted one. */
    private static Optional<Object> referenceToDeleted(
            TransientPropertyValueException reference, SessionImplementor session) {
        PersistenceContext context = session.getPersistenceContextInternal();
        return Arrays.stream(context.reentrantSafeEntityEntries())
                .filter(entry -> isOwner(entry.getValue(), reference))
                .map(entry -> value(entry, reference.getPropertyName()))
                .map(FlushProblem::loaded)
                .filter(value -> value != null && isDeleted(context.getEntry(value)))
                .findFirst();
    }

    private static boolean isOwner(EntityEntry entry, TransientPropertyValueException reference) {
        return !isDeleted(entry)
                && entry.getEntityName().equals(reference.getPropertyOwnerEntityName());
    }

    private static Object value(Map.Entry<Object, EntityEntry> entry, String property) {
        return entry.getValue().getPersister().getPropertyValue(entry.getKey(), property);
    }

    /** What is deleted was loaded for it, so a stand-in that was not loaded is none. */
    private static Object loaded(Object value) {
        LazyInitializer standIn = HibernateProxy.extractLazyInitializer(value);
        return standIn == null
                ? value
                : standIn.isUninitialized() ? null : standIn.getImplementation();
    }

    private static boolean isDeleted(EntityEntry entry) {
        return entry != null
                && (entry.getStatus() == Status.DELETED || entry.getStatus() == Status.GONE);
    }

    private static OrmlabException stillRefers(
            TransientPropertyValueException reference, Object deleted, RuntimeException failed) {
        String owner = simple(reference.getPropertyOwnerEntityName());
        return new OrmlabException(
                owner
                        + "."
                        + reference.getPropertyName()
                        + " still refers to "
                        + deleted
                        + ", which is to be deleted. Let each "
                        + owner
                        + " refer to another one or to none, or delete it first.",
                failed);
    }

    private static OrmlabException notAdded(
            TransientPropertyValueException reference, RuntimeException failed) {
        String owner = simple(reference.getPropertyOwnerEntityName());
        String target = simple(reference.getTransientEntityName());
        return new OrmlabException(
                owner
                        + "."
                        + reference.getPropertyName()
                        + " refers to a "
                        + target
                        + " that was not added. Add it too: session.add(…), or let "
                        + owner
                        + " bring it along: cascade = CascadeType.PERSIST.",
                failed);
    }

    /** The last part of a class name, also of one from a cell: {@code REPL.$JShell$19$User}. */
    private static String simple(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}
