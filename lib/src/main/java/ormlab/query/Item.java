package ormlab.query;

import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.From;
import jakarta.persistence.metamodel.ManagedType;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import ormlab.error.OrmlabException;

/**
 * What a projection selects: an attribute, or a function of an attribute over a group.
 *
 * @param attribute a name, possibly through associations; empty for {@code count()}
 */
record Item(Function function, String attribute) {
    enum Function {
        VALUE,
        COUNT,
        COUNTDISTINCT,
        SUM,
        AVG,
        MIN,
        MAX
    }

    static Item value(String attribute) {
        return new Item(Function.VALUE, attribute);
    }

    boolean isEveryRow() {
        return attribute.isEmpty();
    }

    /** Returns the name of the collection that is joined for this; empty if none is. */
    String collection(ManagedType<?> type) {
        return isEveryRow() ? "" : Attributes.collection(type, attribute);
    }

    /** Returns the type of the selected values, after checking that the model has them. */
    Class<?> type(ManagedType<?> type) {
        if (isEveryRow()) {
            return Long.class;
        }
        Class<?> value = boxed(Attributes.element(type, attribute));
        return switch (function) {
            case VALUE -> value;
            case COUNT, COUNTDISTINCT -> Long.class;
            case SUM -> sum(required(value, Number.class, "adds numbers"));
            case AVG -> {
                required(value, Number.class, "takes the average of numbers");
                yield Double.class;
            }
            case MIN, MAX -> {
                if (value == Boolean.class) {
                    throw unfit("compares values", value);
                }
                yield required(value, Comparable.class, "compares values");
            }
        };
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    private static Class<?> sum(Class<?> value) {
        if (value == BigDecimal.class || value == BigInteger.class) {
            return value;
        }
        return value == Double.class || value == Float.class ? value : Long.class;
    }

    private Class<?> required(Class<?> value, Class<?> needed, String what) {
        if (!needed.isAssignableFrom(value)) {
            throw unfit(what, value);
        }
        return value;
    }

    private OrmlabException unfit(String what, Class<?> value) {
        return new OrmlabException(
                "%s %s, and '%s' is of type %s. Name another attribute, or use count(…)."
                        .formatted(this, what, attribute, value.getSimpleName()));
    }

    Expression<?> expression(
            From<?, ?> root, ManagedType<?> type, HibernateCriteriaBuilder builder) {
        if (isEveryRow()) {
            return builder.count(builder.literal(1));
        }
        Expression<?> value = Attributes.value(root, type, attribute);
        return switch (function) {
            case VALUE -> value;
            case COUNT -> builder.count(value);
            case COUNTDISTINCT -> builder.countDistinct(value);
            case SUM ->
                    type(type) == Long.class
                            ? builder.sum(value.as(Long.class))
                            : builder.sum(number(value));
            case AVG -> builder.avg(number(value));
            case MIN -> builder.least(Values.comparable(value));
            case MAX -> builder.greatest(Values.comparable(value));
        };
    }

    @SuppressWarnings("unchecked")
    private static Expression<Long> number(Expression<?> value) {
        return (Expression<Long>) value;
    }

    /**
     * Refuses items that count different rows, because joining both would repeat each one's values.
     */
    static void requireOneCollection(
            ManagedType<?> type, List<String> keys, List<Item> aggregates) {
        List<String> grouped =
                keys.stream()
                        .map(key -> Attributes.collection(type, key))
                        .filter(collection -> !collection.isEmpty())
                        .distinct()
                        .toList();
        List<String> counted =
                aggregates.stream()
                        .map(item -> item.collection(type))
                        .filter(collection -> grouped.isEmpty() || !collection.isEmpty())
                        .distinct()
                        .toList();
        boolean same = grouped.isEmpty() || counted.isEmpty() || counted.equals(grouped);
        if (grouped.size() > 1 || counted.size() > 1 || !same) {
            throw new OrmlabException(
                    ("%s and %s are about different rows: one join for all of them would repeat"
                                    + " values. Send two queries, or write HQL.")
                            .formatted(
                                    String.join(", ", keys),
                                    String.join(
                                            ", ",
                                            aggregates.stream().map(Item::toString).toList())));
        }
    }

    @Override
    public String toString() {
        return switch (function) {
            case VALUE -> attribute;
            case COUNTDISTINCT -> "countDistinct(" + attribute + ")";
            default -> function.name().toLowerCase(Locale.ROOT) + "(" + attribute + ")";
        };
    }
}
