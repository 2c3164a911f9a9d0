package ormlab.query;

import jakarta.persistence.Tuple;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;

/**
 * The type of a result, and how to create one from a row's values.
 *
 * @param names names of the values: a record's components, otherwise the items
 * @param constructor null if a row has only one value, which is the result
 */
record Row<R>(Class<R> type, List<String> names, @Nullable Constructor<R> constructor) {
    /** Returns the names of a record's components. */
    static String[] components(Class<?> type) {
        if (!type.isRecord()) {
            throw new OrmlabException(
                    "%1$s is not a record, so its attributes are not known. Name them: select(%1$s.class, \"…\")."
                            .formatted(type.getSimpleName()));
        }
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toArray(String[]::new);
    }

    /** Finds the constructor that takes items of these types. */
    static <R> Row<R> of(Class<R> type, List<Item> items, List<Class<?>> types) {
        List<String> itemNames = items.stream().map(Item::toString).toList();
        if (types.size() == 1 && boxed(type).isAssignableFrom(types.get(0))) {
            return new Row<>(type, itemNames, null);
        }
        Constructor<R> fitting =
                constructors(type)
                        .filter(each -> takes(each, types))
                        .findFirst()
                        .orElseThrow(() -> unfit(type, items, types));
        fitting.setAccessible(true);
        return new Row<>(type, type.isRecord() ? List.of(components(type)) : itemNames, fitting);
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    /** Excludes constructors of the JDK, which would turn a value into a different one. */
    @SuppressWarnings("unchecked")
    private static <R> Stream<Constructor<R>> constructors(Class<R> type) {
        return type.getName().startsWith("java.")
                ? Stream.empty()
                : Arrays.stream((Constructor<R>[]) type.getDeclaredConstructors());
    }

    private static boolean takes(Constructor<?> constructor, List<Class<?>> types) {
        Class<?>[] parameters = constructor.getParameterTypes();
        return parameters.length == types.size()
                && IntStream.range(0, parameters.length)
                        .allMatch(i -> boxed(parameters[i]).isAssignableFrom(types.get(i)));
    }

    private static OrmlabException unfit(Class<?> type, List<Item> items, List<Class<?>> types) {
        String selected =
                IntStream.range(0, items.size())
                        .mapToObj(i -> types.get(i).getSimpleName() + " " + items.get(i))
                        .collect(Collectors.joining(", "));
        String existing =
                constructors(type)
                        .map(each -> type.getSimpleName() + parameters(each))
                        .sorted()
                        .collect(Collectors.joining(", "));
        return new OrmlabException(
                "select(…) selects (%s), and %s has no constructor that takes them.%s"
                        .formatted(
                                selected,
                                type.getSimpleName(),
                                existing.isEmpty()
                                        ? " Pass a record, or the type of the only value."
                                        : " It has: " + existing + "."));
    }

    private static String parameters(Constructor<?> constructor) {
        return Arrays.stream(constructor.getParameters())
                .map(each -> each.getType().getSimpleName() + name(each))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Only records keep these names, unless a class was compiled with {@code -parameters}. */
    private static String name(Parameter parameter) {
        return parameter.isNamePresent() ? " " + parameter.getName() : "";
    }

    R make(Tuple tuple) {
        Object[] values = tuple.toArray();
        if (constructor == null) {
            @SuppressWarnings("unchecked")
            R only = (R) values[0];
            return only;
        }
        Class<?>[] parameters = constructor.getParameterTypes();
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && parameters[i].isPrimitive()) {
                throw new OrmlabException(
                        "A row has no value for '%s', and %s takes the primitive type %s. Use %s there."
                                .formatted(
                                        names.get(i),
                                        type.getSimpleName(),
                                        parameters[i],
                                        boxed(parameters[i]).getSimpleName()));
            }
        }
        return made(values);
    }

    private R made(Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw unusable(refused.getCause());
        } catch (ReflectiveOperationException refused) {
            throw unusable(refused);
        }
    }

    private OrmlabException unusable(Throwable refused) {
        return new OrmlabException(
                "The constructor of %s failed: %s".formatted(type.getSimpleName(), refused),
                refused);
    }
}
