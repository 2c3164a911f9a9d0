package ormlab.naming;

import jakarta.persistence.Entity;
import java.util.Collection;
import org.hibernate.boot.MetadataBuilder;
import org.hibernate.boot.models.JpaAnnotations;
import org.hibernate.boot.models.annotations.internal.EntityJpaAnnotation;
import org.hibernate.boot.spi.MetadataBuilderImplementor;
import org.hibernate.models.spi.ModelsContext;
import org.hibernate.models.spi.MutableClassDetails;

/**
 * Names entities by the simple name of their class.
 *
 * <p>The real name of a class in a notebook cell is {@code REPL.$JShell$19$User}, with a number
 * that changes each time the cell runs. Hibernate would call the entity {@code $JShell$19$User},
 * write that into discriminator columns and reject {@code from User}.
 */
public final class EntityNames {
    private EntityNames() {}

    /**
     * Names each entity without an explicit {@code @Entity(name = …)} by its simple class name.
     * Call it before the builder builds, because names of queries, discriminator values and
     * generators depend on it.
     *
     * @param classes the builder's classes; those that are not entities are ignored
     */
    public static void useSimpleNames(MetadataBuilder builder, Collection<Class<?>> classes) {
        ModelsContext context =
                ((MetadataBuilderImplementor) builder).getBootstrapContext().getModelsContext();
        for (Class<?> type : classes) {
            Entity entity = type.getAnnotation(Entity.class);
            if (entity != null && entity.name().isEmpty()) {
                nameBySimpleName(type, context);
            }
        }
    }

    private static void nameBySimpleName(Class<?> type, ModelsContext context) {
        var details = context.getClassDetailsRegistry().resolveClassDetails(type.getName());
        EntityJpaAnnotation named = JpaAnnotations.ENTITY.createUsage(context);
        named.name(simpleName(type.getName()));
        ((MutableClassDetails) details).addAnnotationUsage(named);
    }

    /** Returns the last part of a binary name: {@code User} for {@code REPL.$JShell$19$User}. */
    public static String simpleName(String className) {
        String name = className.substring(className.lastIndexOf('.') + 1);
        int dollar = name.lastIndexOf('$', name.length() - 2);
        return name.substring(dollar + 1);
    }
}
