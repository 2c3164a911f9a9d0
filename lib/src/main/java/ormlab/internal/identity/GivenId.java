package ormlab.internal.identity;

import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.EntityIdentifierMapping;
import org.hibernate.metamodel.mapping.NonAggregatedIdentifierMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.ComponentType;
import org.hibernate.type.descriptor.java.JavaType;
import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;

/**
 * An id that a caller looks for: if its type is wrong, Hibernate marks the transaction for
 * rollback.
 */
public final class GivenId {
    private GivenId() {}

    /**
     * Returns whether a row of a model could have this id, possibly as a number of another type.
     */
    public static boolean fits(EntityPersister model, @Nullable Object id) {
        if (id == null) {
            return false;
        }
        JavaType<?> type = type(model);
        try {
            return type.isInstance(type.coerce(id)) || isOfParent(model);
        } catch (RuntimeException notConvertible) {
            return isOfParent(model);
        }
    }

    /** An id that consists of a reference may be given as the id of the referenced object. */
    private static boolean isOfParent(EntityPersister model) {
        return model.getIdentifierType() instanceof ComponentType id
                && id.getSubtypes().length == 1
                && id.getSubtypes()[0].isEntityType();
    }

    /**
     * Checks that a row of a model could have this id. Classes that are not models are not checked.
     *
     * @throws OrmlabException if none could
     */
    public static void require(
            Class<?> model, @Nullable Object id, SessionFactoryImplementor factory) {
        EntityPersister persister =
                factory.getMappingMetamodel().findEntityDescriptor(model.getName());
        if (persister != null && !fits(persister, id)) {
            throw new OrmlabException(
                    "The id of %s is of type %s, and the one to look up is %s. Pass a value of type %s."
                            .formatted(
                                    model.getSimpleName(),
                                    name(persister),
                                    id == null ? "null" : shown(id),
                                    name(persister)));
        }
    }

    /** Of several attributes with {@code @Id}, the class in {@code @IdClass} is the id. */
    private static JavaType<?> type(EntityPersister model) {
        EntityIdentifierMapping id = model.getIdentifierMapping();
        return id instanceof NonAggregatedIdentifierMapping several
                ? several.getIdentifierValueMapper().getJavaType()
                : id.getJavaType();
    }

    private static String name(EntityPersister model) {
        return type(model).getJavaTypeClass().getSimpleName();
    }

    private static String shown(Object id) {
        return (id instanceof CharSequence ? "'" + id + "'" : id)
                + " of type "
                + id.getClass().getSimpleName();
    }
}
