package ormlab.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.metamodel.mapping.NonAggregatedIdentifierMapping;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.CollectionType;
import org.hibernate.type.Type;

/** What an object refers to, and the elements of its new lists. */
final class References {
    private References() {}

    static List<Object> of(Object entity, SessionImplementor session) {
        EntityPersister persister = session.getEntityPersister(null, entity);
        return of(entity, persister.getValues(entity), persister);
    }

    static List<Object> of(Object entity, Object[] values, EntityPersister persister) {
        Type[] types = persister.getPropertyTypes();
        List<Object> referred = new ArrayList<>(0); // most objects have none
        for (int i = 0; i < types.length; i++) {
            if (types[i].isEntityType() && values[i] != null) {
                referred.add(values[i]);
            }
        }
        if (persister.getIdentifierMapping() instanceof NonAggregatedIdentifierMapping id) {
            id.getVirtualIdEmbeddable()
                    .forEachAttributeMapping(
                            part -> {
                                Object value = part.getValue(entity);
                                if (part instanceof ToOneAttributeMapping && value != null) {
                                    referred.add(value);
                                }
                            });
        }
        return referred;
    }

    static List<Object> elements(
            Object[] values, EntityPersister persister, SessionImplementor session) {
        Type[] types = persister.getPropertyTypes();
        List<Object> elements = new ArrayList<>(0);
        for (int i = 0; i < types.length; i++) {
            if (types[i] instanceof CollectionType type
                    && values[i] instanceof Collection<?> list
                    && !(list instanceof PersistentCollection<?>)
                    && !list.isEmpty()
                    && type.getElementType(session.getFactory()).isEntityType()) {
                list.stream().filter(Objects::nonNull).forEach(elements::add);
            }
        }
        return elements;
    }
}
