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
 * Gives entities the simple name of their class.
 *
 * <p>A class written in a notebook cell is in truth {@code REPL.$JShell$19$User}, with a number
 * that changes each time the cell runs. Hibernate would call the entity {@code $JShell$19$User},
 * put that into discriminator columns and not know {@code from User}.
 */
public final class EntityNames {
    private EntityNames() {}

    /**
     * Names each entity without an explicit {@code @Entity(name = …)} by its simple class name.
     *
     * <p>Must be called before the builder builds. Names of queries, discriminator values and
     * generators all follow.
     *
     * @param builder the builder that the classes were given to; not null
     * @param classes the same classes; ones that are no entities are passed over; not null
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

    /**
     * Cuts the package and the enclosing classes off a class name.
     *
     * @param className a binary name such as {@code REPL.$JShell$19$User}; not null
     * @return its last part, such as {@code User}; never null
     */
    public static String simpleName(String className) {
        String name = className.substring(className.lastIndexOf('.') + 1);
        int dollar = name.lastIndexOf('$', name.length() - 2);
        return name.substring(dollar + 1);
    }
}
