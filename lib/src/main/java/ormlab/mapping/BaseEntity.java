package ormlab.mapping;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.jspecify.annotations.Nullable;

/**
 * A superclass for entities, if you want one: a generated id, equality and {@code toString()}.
 *
 * <p>Two objects are equal if they are the same object, or if they have the same id and belong to
 * the same entity class (or to subclasses of it). So an object is equal to its proxy and to the
 * same row loaded by another session, and a set that contains it still finds it after it was stored
 * or detached.
 *
 * <pre>{@code
 * @Entity
 * public class User extends BaseEntity {
 *     @NaturalId private String username;
 * }
 * }</pre>
 */
@MappedSuperclass
public abstract class BaseEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Integer id;

    /** Creates an object without an id. */
    protected BaseEntity() {}

    /** Returns the id; null until the object is stored. */
    public @Nullable Integer getId() {
        return id;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        Object mine = identifier(this);
        return mine != null
                && other instanceof BaseEntity that
                && topmost(this) == topmost(that)
                && mine.equals(identifier(that));
    }

    /**
     * Returns the same number for all objects of an entity class, because ids are assigned later.
     */
    @Override
    public final int hashCode() {
        return topmost(this).hashCode();
    }

    /**
     * Returns the class and what names the object, as in {@code <User 'fred'>}: its
     * {@code @NaturalId}, else a unique column, else its first text attribute, else its id. Loads
     * nothing: a proxy that is not loaded yet shows its id, as in {@code <Post 7>}.
     */
    @Override
    public final String toString() {
        LazyInitializer proxied = HibernateProxy.extractLazyInitializer(this);
        Object loaded =
                proxied == null
                        ? this
                        : proxied.isUninitialized() ? null : proxied.getImplementation();
        Class<?> type = loaded == null ? entityClass(this) : loaded.getClass();
        Object id = identifier(this);
        String name = loaded == null ? null : EntityText.name(loaded);
        String shown = name != null ? name : id == null ? "without id" : id.toString();
        return "<" + type.getSimpleName() + " " + shown + ">";
    }

    /** A proxy has its own copies of the fields, which stay empty. */
    private static @Nullable Object identifier(BaseEntity entity) {
        LazyInitializer proxied = HibernateProxy.extractLazyInitializer(entity);
        return proxied == null ? entity.id : proxied.getInternalIdentifier();
    }

    private static Class<?> entityClass(BaseEntity entity) {
        LazyInitializer proxied = HibernateProxy.extractLazyInitializer(entity);
        return proxied == null ? entity.getClass() : proxied.getPersistentClass();
    }

    private static Class<?> topmost(BaseEntity entity) {
        Class<?> topmost = entityClass(entity);
        for (Class<?> type = topmost; type != BaseEntity.class; type = type.getSuperclass()) {
            topmost = type.isAnnotationPresent(Entity.class) ? type : topmost;
        }
        return topmost;
    }
}
