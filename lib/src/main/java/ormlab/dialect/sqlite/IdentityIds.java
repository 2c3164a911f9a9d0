package ormlab.dialect.sqlite;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.boot.MetadataBuilder;
import org.hibernate.boot.models.annotations.internal.GeneratedValueJpaAnnotation;
import org.hibernate.boot.spi.MetadataBuilderImplementor;
import org.hibernate.models.spi.ClassDetails;
import org.hibernate.models.spi.MemberDetails;
import org.hibernate.models.spi.ModelsContext;

/**
 * Lets SQLite itself generate the ids of {@code @GeneratedValue}.
 *
 * <p>SQLite has no sequences. Hibernate would keep a table of counters and update it over a second
 * connection. But SQLite has only one writer, so the second connection would wait for the first
 * until it timed out.
 */
final class IdentityIds {
    private IdentityIds() {}

    static void use(MetadataBuilder builder, Collection<Class<?>> classes) {
        ModelsContext context =
                ((MetadataBuilderImplementor) builder).getBootstrapContext().getModelsContext();
        classes.forEach(type -> useIdentity(type, context));
    }

    private static void useIdentity(Class<?> type, ModelsContext context) {
        var registry = context.getClassDetailsRegistry();
        ClassDetails details = registry.resolveClassDetails(type.getName());
        for (ClassDetails each = details; each != null; each = each.getSuperClass()) {
            if (hasTableForEachClass(each)) {
                return;
            }
        }
        for (ClassDetails each = details; each != null; each = each.getSuperClass()) {
            members(each).forEach(member -> useIdentity(member));
        }
    }

    /**
     * With a table for each class, ids must be unique across tables, which no column can ensure.
     */
    private static boolean hasTableForEachClass(ClassDetails type) {
        Inheritance inheritance = type.getDirectAnnotationUsage(Inheritance.class);
        return inheritance != null && inheritance.strategy() == InheritanceType.TABLE_PER_CLASS;
    }

    private static Stream<MemberDetails> members(ClassDetails type) {
        List<? extends MemberDetails> fields = type.getFields();
        List<? extends MemberDetails> methods = type.getMethods();
        return Stream.concat(fields.stream(), methods.stream());
    }

    private static void useIdentity(MemberDetails member) {
        GeneratedValue generated = member.getDirectAnnotationUsage(GeneratedValue.class);
        boolean counts =
                generated != null
                        && generated.strategy() != GenerationType.UUID
                        && isWholeNumber(member.getType().determineRawClass().getName());
        if (counts && generated instanceof GeneratedValueJpaAnnotation changeable) {
            changeable.strategy(GenerationType.IDENTITY);
            changeable.generator("");
        }
    }

    private static boolean isWholeNumber(String type) {
        return List.of("int", "long", "short", "java.lang.Integer", "java.lang.Long").contains(type)
                || type.equals("java.lang.Short");
    }
}
