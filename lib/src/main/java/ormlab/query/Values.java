package ormlab.query;

import jakarta.persistence.criteria.Expression;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;

/** Converts a value to the type of the attribute it is compared with. */
final class Values {
    private Values() {}

    /**
     * Returns the value converted to the attribute's type: an int literal fits a Long attribute;
     * any other value must have the right type.
     */
    static Object fitting(Expression<?> attribute, String name, Object value) {
        return fitting(attribute.getJavaType(), name, value);
    }

    /** Returns the value converted to the type of the attribute {@code name}. */
    static Object fitting(@Nullable Class<?> attributeType, String name, @Nullable Object value) {
        Class<?> type = boxed(attributeType);
        if (type == null || value == null || type.isInstance(value)) {
            return value;
        }
        if (type == Long.class && (value instanceof Integer || value instanceof Short)) {
            return ((Number) value).longValue();
        }
        if (type == Double.class && value instanceof Number number) {
            return number.doubleValue();
        }
        throw new OrmlabException(
                "'%s' is of type %s, and the value is %s of type %s. Pass a value of type %s."
                        .formatted(
                                name,
                                type.getSimpleName(),
                                shown(value),
                                value.getClass().getSimpleName(),
                                type.getSimpleName()));
    }

    /** Quotes text: without quotes, '2' would look like the number that was required. */
    private static String shown(Object value) {
        return value instanceof CharSequence ? "'" + value + "'" : String.valueOf(value);
    }

    private static @Nullable Class<?> boxed(@Nullable Class<?> type) {
        return type == null ? null : MethodType.methodType(type).wrap().returnType();
    }

    @SuppressWarnings("unchecked")
    static Expression<Comparable<Object>> comparable(Expression<?> attribute) {
        return (Expression<Comparable<Object>>) attribute;
    }

    static Comparable<Object> comparable(
            Expression<?> attribute, String name, Comparable<?> value) {
        return comparable(fitting(attribute, name, value));
    }

    @SuppressWarnings("unchecked")
    static Comparable<Object> comparable(Object value) {
        return (Comparable<Object>) value;
    }
}
