package ormlab.mapping;

import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.Metamodel;
import java.lang.reflect.Field;

/**
 * Fills the classes that Hibernate's annotation processor writes, such as {@code User_}.
 *
 * <p>Hibernate does this too, but warns about each attribute that such a class lacks. The processor
 * leaves out dynamic lists, because it knows only Java's own collections.
 */
final class StaticMetamodel {
    private StaticMetamodel() {}

    static void fill(Metamodel metamodel) {
        for (ManagedType<?> type : metamodel.getManagedTypes()) {
            Class<?> model = type.getJavaType();
            if (model != null) {
                fill(type, model);
            }
        }
    }

    private static void fill(ManagedType<?> type, Class<?> model) {
        try {
            Class<?> written = Class.forName(nameFor(model), true, model.getClassLoader());
            for (Field field : written.getDeclaredFields()) {
                fill(field, type);
            }
        } catch (ClassNotFoundException noProcessor) {
            // In that case, attributes are named by strings.
        }
    }

    private static void fill(Field field, ManagedType<?> type) {
        try {
            if (Attribute.class.isAssignableFrom(field.getType()) && field.trySetAccessible()) {
                field.set(null, type.getAttribute(field.getName()));
            } else if (field.getName().equals("class_") && field.trySetAccessible()) {
                field.set(null, type);
            }
        } catch (IllegalAccessException | IllegalArgumentException stale) {
            // The class was generated from an earlier version of the model.
        }
    }

    private static String nameFor(Class<?> model) {
        return model.isMemberClass()
                ? nameFor(model.getEnclosingClass()) + "$" + model.getSimpleName() + "_"
                : model.getName() + "_";
    }
}
