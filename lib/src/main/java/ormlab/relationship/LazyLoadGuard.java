package ormlab.relationship;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.InitializeCollectionEvent;
import org.hibernate.event.spi.InitializeCollectionEventListener;
import org.hibernate.persister.collection.CollectionPersister;

/** Stands before the loading of lists that are marked with {@link RaiseOnLazyLoad}. */
public final class LazyLoadGuard implements InitializeCollectionEventListener {
    private static final long serialVersionUID = 1L;

    private final Set<String> roles;

    private LazyLoadGuard(Set<String> roles) {
        this.roles = roles;
    }

    /**
     * Guards the marked lists of all models of a factory.
     *
     * @param factory the factory whose sessions are guarded
     */
    public static void register(SessionFactoryImplementor factory) {
        Set<String> marked = new HashSet<>();
        factory.getMappingMetamodel()
                .forEachCollectionDescriptor(
                        collection -> {
                            if (isMarked(collection)) {
                                marked.add(collection.getRole());
                            }
                        });
        if (!marked.isEmpty()) {
            factory.getEventEngine()
                    .getListenerRegistry()
                    .prependListeners(EventType.INIT_COLLECTION, new LazyLoadGuard(marked));
        }
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
        if (role != null && roles.contains(role)) {
            String model = event.getCollection().getOwner().getClass().getSimpleName();
            throw new LazyLoadRefused(model, role.substring(role.lastIndexOf('.') + 1));
        }
    }
}
