package ormlab.mapping;

import jakarta.persistence.metamodel.MappedSuperclassType;
import jakarta.persistence.metamodel.SingularAttribute;
import jakarta.persistence.metamodel.StaticMetamodel;
import org.jspecify.annotations.Nullable;

/** The metamodel of {@link BaseEntity}, which Hibernate's annotation processor extends. */
@StaticMetamodel(BaseEntity.class)
public abstract class BaseEntity_ {
    /** The name of the id. */
    public static final String ID = "id";

    /** The class; null until models are registered. */
    public static volatile @Nullable MappedSuperclassType<BaseEntity> class_;

    /** The id; null until models are registered. */
    public static volatile @Nullable SingularAttribute<BaseEntity, Integer> id;

    /** Not called: the class has static fields only. */
    protected BaseEntity_() {}
}
