package ormlab.relationship;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.Hibernate;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.InitializeCollectionEvent;
import org.hibernate.event.spi.InitializeCollectionEventListener;
import org.hibernate.persister.collection.CollectionPersister;
import ormlab.internal.advice.TraceNotes;
import ormlab.trace.Loading;

/**
 * Stops the loading of lists that are marked with {@link RaiseOnLazyLoad}, and reports the loading
 * of others to the trace.
 */
public final class LazyLoadGuard implements InitializeCollectionEventListener {
    private static final long serialVersionUID = 1L;

    private final Set<String> roles;

    private LazyLoadGuard(Set<String> roles) {
        this.roles = roles;
    }

    /** Guards the marked lists of all models of a factory. */
    public static void register(SessionFactoryImplementor factory) {
        Set<String> marked = new HashSet<>();
        factory.getMappingMetamodel()
                .forEachCollectionDescriptor(
                        collection -> {
                            if (isMarked(collection)) {
                                marked.add(collection.getRole());
                            }
                        });
        factory.getEventEngine()
                .getListenerRegistry()
                .prependListeners(EventType.INIT_COLLECTION, new LazyLoadGuard(marked));
    }

    private static boolean isMarked(CollectionPersister collection) {
        Member member =
                collection.getAttributeMapping().getPropertyAccess().getGetter().getMember();
        return member instanceof AnnotatedElement element
                && element.isAnnotationPresent(RaiseOnLazyLoad.class);
    }

    @Override
    public void onInitializeCollection(InitializeCollectionEvent event) {
        String role = event.getCollection().getRole();
        if (role == null || event.getCollection().getOwner() == null) {
            return;
        }
        String model = Hibernate.getClassLazy(event.getCollection().getOwner()).getSimpleName();
        String attribute = role.substring(role.lastIndexOf('.') + 1);
        if (roles.contains(role)) {
            throw new LazyLoadRefused(model, attribute);
        }
        Loading.announce(model + "." + attribute);
        TraceNotes.loads(event.getSession(), event.getCollection(), model);
    }
}
