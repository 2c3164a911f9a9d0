package ormlab.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Lob;
import jakarta.persistence.Transient;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.hibernate.annotations.NaturalId;
import org.jspecify.annotations.Nullable;
import ormlab.internal.text.Shortened;

/** Finds the attribute that identifies an entity to people. */
final class EntityText {
    private static final int LONGEST = 40;

    /** Attributes that must not appear in logs. */
    private static final Pattern SECRET =
            Pattern.compile("password|secret|token|hash|salt|key", Pattern.CASE_INSENSITIVE);

    private EntityText() {}

    /**
     * Returns the value that identifies a loaded entity, with quotes around text; null if there is
     * none.
     */
    static @Nullable String name(Object entity) {
        List<Field> fields = fields(entity.getClass());
        List<Predicate<Field>> preferred =
                List.of(
                        field -> field.isAnnotationPresent(NaturalId.class),
                        EntityText::isUnique,
                        field -> field.getType() == String.class);
        for (Predicate<Field> wanted : preferred) {
            for (Field field : fields) {
                Object value = wanted.test(field) ? value(field, entity) : null;
                if (value != null) {
                    return text(value);
                }
            }
        }
        return null;
    }

    /**
     * Returns the single-valued attributes that are not secret; those of superclasses come first.
     */
    private static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> each = type; each != BaseEntity.class; each = each.getSuperclass()) {
            List<Field> own = new ArrayList<>();
            for (Field field : each.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())
                        && !Modifier.isTransient(field.getModifiers())
                        && !field.isAnnotationPresent(Transient.class)
                        && !field.isAnnotationPresent(Lob.class)
                        && isShort(field.getType())
                        && !SECRET.matcher(field.getName()).find()) {
                    own.add(field);
                }
            }
            fields.addAll(0, own);
        }
        return fields;
    }

    /** Returns whether values of a type have a short text form that loads nothing. */
    private static boolean isShort(Class<?> type) {
        return type == String.class
                || type == UUID.class
                || type.isEnum()
                || type.isPrimitive()
                || type.getPackageName().equals("java.lang") && Number.class.isAssignableFrom(type);
    }

    private static boolean isUnique(Field field) {
        Column column = field.getAnnotation(Column.class);
        return column != null && column.unique();
    }

    private static @Nullable Object value(Field field, Object entity) {
        return field.trySetAccessible() ? get(field, entity) : null;
    }

    private static @Nullable Object get(Field field, Object entity) {
        try {
            return field.get(entity);
        } catch (IllegalAccessException hidden) {
            return null;
        }
    }

    private static String text(Object value) {
        if (!(value instanceof String text)) {
            return value.toString();
        }
        return "'" + Shortened.to(LONGEST, text) + "'";
    }
}
