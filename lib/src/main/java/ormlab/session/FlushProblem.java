package ormlab.session;

import jakarta.persistence.OptimisticLockException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.StaleObjectStateException;
import org.hibernate.TransientPropertyValueException;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.id.IdentifierGenerationException;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;
import ormlab.host.Host;

/** Rewrites Hibernate's errors about a flush in the reader's terms. */
final class FlushProblem {
    private static final Pattern UNASSIGNED =
            Pattern.compile("Identifier of entity '(.+)' must be manually assigned");

    private FlushProblem() {}

    static RuntimeException explained(RuntimeException failed, SessionImplementor session) {
        for (Throwable each = failed; each != null; each = each.getCause()) {
            if (each instanceof TransientPropertyValueException reference) {
                return referenceToDeleted(reference, session)
                        .map(deleted -> stillRefers(reference, deleted, failed))
                        .orElseGet(() -> notAdded(reference, failed));
            }
            if (each instanceof StaleObjectStateException stale) {
                return outOfDate(stale, failed, isVersioned(stale, session));
            }
            if (each instanceof IdentifierGenerationException) {
                return noId(each, failed);
            }
        }
        return failed;
    }

    /** Without a version, Hibernate only notices a changed row if it no longer exists. */
    private static boolean isVersioned(
            StaleObjectStateException stale, SessionImplementor session) {
        return session.getFactory()
                .getMappingMetamodel()
                .getEntityDescriptor(stale.getEntityName())
                .isVersioned();
    }

    /** Keeps the class of the error, which programs catch to try again. */
    private static OptimisticLockException outOfDate(
            StaleObjectStateException stale, RuntimeException failed, boolean versioned) {
        Object entity = failed instanceof OptimisticLockException lock ? lock.getEntity() : null;
        String words =
                versioned
                        ? "%s with id %s is out of date: another transaction changed or deleted its row"
                                + " after this object was loaded. Call session.rollback(), load it"
                                + " again, and repeat your change."
                        : "%s with id %s has no row any more: it was deleted after this object was"
                                + " loaded. To store its values again, create a new object.";
        String message = words.formatted(simple(stale.getEntityName()), stale.getIdentifier());
        if (Host.current().isEmpty()) {
            return new OptimisticLockException(message, stale, entity);
        }
        // A kernel would print the cause, which calls a cell's class REPL.$JShell$19$User.
        var alone = new OptimisticLockException(message, null, entity);
        alone.addSuppressed(stale);
        return alone;
    }

    /** Hibernate names the class only inside its message. */
    private static RuntimeException noId(Throwable raised, RuntimeException failed) {
        Matcher unassigned = UNASSIGNED.matcher(String.valueOf(raised.getMessage()));
        if (!unassigned.find()) {
            return failed;
        }
        return new OrmlabException(
                ("A new %s has no id, and nothing generates one. Set its id before you add it,"
                                + " or let the database generate it: @GeneratedValue(strategy ="
                                + " GenerationType.IDENTITY) next to @Id.")
                        .formatted(simple(unassigned.group(1))),
                failed);
    }

    /** Hibernate throws the same exception for a reference to a new object and to a deleted one. */
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

    private static @Nullable Object value(Map.Entry<Object, EntityEntry> entry, String property) {
        return entry.getValue().getPersister().getPropertyValue(entry.getKey(), property);
    }

    /**
     * Returns the object behind a proxy; a proxy that was not loaded is not deleted, because
     * deleting loads it.
     */
    private static @Nullable Object loaded(@Nullable Object value) {
        LazyInitializer standIn = HibernateProxy.extractLazyInitializer(value);
        return standIn == null
                ? value
                : standIn.isUninitialized() ? null : standIn.getImplementation();
    }

    private static boolean isDeleted(@Nullable EntityEntry entry) {
        return entry != null && entry.getStatus().isDeletedOrGone();
    }

    private static OrmlabException stillRefers(
            TransientPropertyValueException reference, Object deleted, RuntimeException failed) {
        String owner = simple(reference.getPropertyOwnerEntityName());
        return new OrmlabException(
                ("%s.%s still refers to %s, which is to be deleted. Let each %s refer to"
                                + " another one or to none, or delete it first.")
                        .formatted(owner, reference.getPropertyName(), deleted, owner),
                failed);
    }

    private static OrmlabException notAdded(
            TransientPropertyValueException reference, RuntimeException failed) {
        String owner = simple(reference.getPropertyOwnerEntityName());
        String target = simple(reference.getTransientEntityName());
        return new OrmlabException(
                ("%s.%s refers to a new %s that was not added. Add it too: session.add(…), or let"
                                + " %s cascade to it: cascade = CascadeType.PERSIST.")
                        .formatted(owner, reference.getPropertyName(), target, owner),
                failed);
    }

    /**
     * Returns the last part of a class name, even of one from a cell: {@code REPL.$JShell$19$User}.
     */
    private static String simple(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}
