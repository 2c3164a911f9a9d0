package ormlab.mapping;

import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;
import ormlab.error.SnippetNames;
import ormlab.error.Suggestion;

/**
 * Checks classes for mistakes that are easy to make in a cell, and that Hibernate reports in terms
 * only its own developers understand, or not at all.
 */
final class ModelChecks {
    private static final List<Class<? extends Annotation>> MAPPED =
            List.of(Entity.class, Embeddable.class, MappedSuperclass.class, Converter.class);

    private ModelChecks() {}

    static void check(Collection<Class<?>> models) {
        if (models.stream().noneMatch(type -> type.isAnnotationPresent(Entity.class))
                && !models.isEmpty()) {
            throw new OrmlabException(
                    "None of the classes has @Entity. Write @Entity above each class to be stored.");
        }
        for (Class<?> model : models) {
            if (MAPPED.stream().noneMatch(model::isAnnotationPresent)) {
                throw invalid(
                        model,
                        "has no @Entity, so it is not a model. Write @Entity above the"
                                + " class.");
            }
            if (model.isAnnotationPresent(Entity.class)) {
                checkEntity(model, models);
            }
        }
    }

    private static void checkEntity(Class<?> model, Collection<Class<?>> models) {
        checkKind(model);
        if (members(model).noneMatch(ModelChecks::isId)) {
            throw invalid(
                    model,
                    "has no @Id, and each row needs one. Add for example:"
                            + " @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Integer id;");
        }
        fields(model).forEach(field -> checkAssociation(model, field, models));
        ColumnNames.check(model, members(model).toList(), models);
        JsonColumns.check(model, members(model).toList(), JsonColumns::canLoad);
    }

    /** Hibernate creates objects without arguments, and may create a subclass. */
    private static void checkKind(Class<?> model) {
        if (model.isInterface()) {
            throw invalid(
                    model,
                    "is an interface, and a row becomes an object of a class. Write a class.");
        }
        if (model.isEnum()) {
            throw invalid(
                    model,
                    "is an enum, which is a value in a column and has no table. Leave out @Entity,"
                            + " and write @Enumerated(EnumType.STRING) above the attribute.");
        }
        if (Modifier.isFinal(model.getModifiers())) {
            throw invalid(
                    model,
                    ("is %s, and Hibernate loads lazily through a subclass. Write a class that is"
                                    + " not final.")
                            .formatted(model.isRecord() ? "a record" : "final"));
        }
        if (Arrays.stream(model.getDeclaredConstructors())
                .noneMatch(c -> c.getParameterCount() == 0)) {
            if (model.isLocalClass()
                    || model.isMemberClass() && !Modifier.isStatic(model.getModifiers())) {
                throw invalid(
                        model,
                        "is an inner class, and Hibernate cannot create it without an outer"
                                + " object. Write"
                                + " static before class, or move it to a file of its own.");
            }
            throw invalid(
                    model,
                    ("has no constructor without arguments, which Hibernate needs to create the"
                                    + " objects that it loads. Add: protected %s() {}")
                            .formatted(model.getSimpleName()));
        }
    }

    private static void checkAssociation(Class<?> model, Field field, Collection<Class<?>> models) {
        boolean association =
                Stream.of(ManyToOne.class, OneToOne.class, OneToMany.class, ManyToMany.class)
                        .anyMatch(field::isAnnotationPresent);
        if (!association) {
            checkForgotten(model, field, models);
            return;
        }
        if (Modifier.isPublic(field.getModifiers())) {
            throw invalid(
                    model,
                    ("has the public association '%s'. Read from outside, the field of an object"
                                    + " that is not loaded yet is silently null. Make it private and write a"
                                    + " getter.")
                            .formatted(field.getName()));
        }
        Class<?> target = target(field);
        if (target == null) {
            return;
        }
        if (!models.contains(target)) {
            throw notRegistered(model, field, target, models);
        }
        checkMappedBy(model, field, target);
    }

    /**
     * A field that refers to models but has no annotation is a relationship whose annotation was
     * forgotten.
     */
    private static void checkForgotten(Class<?> model, Field field, Collection<Class<?>> models) {
        boolean byGetters = members(model).anyMatch(m -> m instanceof Method && isId(m));
        boolean stored =
                !byGetters
                        && !Modifier.isStatic(field.getModifiers())
                        && !Modifier.isTransient(field.getModifiers())
                        && field.getAnnotations().length == 0;
        Class<?> target = target(field);
        if (stored
                && target != null
                && models.contains(target)
                && target.isAnnotationPresent(Entity.class)) {
            boolean many = Collection.class.isAssignableFrom(field.getType());
            throw invalid(
                    model,
                    ("has the field '%s' of %s, which is a model, and does not say how they"
                                    + " relate. Write %s above it.")
                            .formatted(
                                    field.getName(),
                                    target.getSimpleName(),
                                    many
                                            ? "@OneToMany(mappedBy = \"…\") or @ManyToMany"
                                            : "@ManyToOne(fetch = FetchType.LAZY) or @OneToOne"));
        }
    }

    private static InvalidModel notRegistered(
            Class<?> model, Field field, Class<?> target, Collection<Class<?>> models) {
        boolean older =
                models.stream().anyMatch(m -> m.getSimpleName().equals(target.getSimpleName()));
        return invalid(
                model,
                older
                        ? ("refers in '%s' to an older %s than the one given here: one of the two"
                                        + " classes was defined again. Run the cells of both, then this one.")
                                .formatted(field.getName(), target.getSimpleName())
                        : ("refers in '%s' to %s, which is not registered. Register it too:"
                                        + " db.models(%s.class, %s.class).")
                                .formatted(
                                        field.getName(),
                                        target.getSimpleName(),
                                        model.getSimpleName(),
                                        target.getSimpleName()));
    }

    private static void checkMappedBy(Class<?> model, Field field, Class<?> target) {
        String mappedBy =
                field.isAnnotationPresent(OneToMany.class)
                        ? field.getAnnotation(OneToMany.class).mappedBy()
                        : field.isAnnotationPresent(ManyToMany.class)
                                ? field.getAnnotation(ManyToMany.class).mappedBy()
                                : field.isAnnotationPresent(OneToOne.class)
                                        ? field.getAnnotation(OneToOne.class).mappedBy()
                                        : "";
        List<String> names = fields(target).map(Field::getName).toList();
        if (!mappedBy.isEmpty() && !mappedBy.contains(".") && !names.contains(mappedBy)) {
            throw invalid(
                    model,
                    ("says in '%s' mappedBy = \"%s\", and %s has no field of that name.%s mappedBy"
                                    + " names the field on the other side, not a column or a table.")
                            .formatted(
                                    field.getName(),
                                    mappedBy,
                                    target.getSimpleName(),
                                    Suggestion.question(mappedBy, names)));
        }
    }

    /**
     * Returns the class that an association refers to: the field's own type, or that of its
     * elements.
     */
    private static @Nullable Class<?> target(Field field) {
        if (namesItsTarget(field)) {
            return null; // targetEntity = … overrides the field's type
        }
        if (!Collection.class.isAssignableFrom(field.getType())) {
            return java.util.Map.class.isAssignableFrom(field.getType()) ? null : field.getType();
        }
        Type generic = field.getGenericType();
        return generic instanceof ParameterizedType type
                        && type.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : null;
    }

    private static boolean namesItsTarget(Field field) {
        OneToMany many = field.getAnnotation(OneToMany.class);
        ManyToOne one = field.getAnnotation(ManyToOne.class);
        OneToOne alone = field.getAnnotation(OneToOne.class);
        ManyToMany both = field.getAnnotation(ManyToMany.class);
        return (many != null && many.targetEntity() != void.class)
                || (one != null && one.targetEntity() != void.class)
                || (alone != null && alone.targetEntity() != void.class)
                || (both != null && both.targetEntity() != void.class);
    }

    private static boolean isId(AnnotatedElement member) {
        return member.isAnnotationPresent(Id.class) || member.isAnnotationPresent(EmbeddedId.class);
    }

    private static Stream<Field> fields(Class<?> model) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> type = model;
                type != null && type != Object.class;
                type = type.getSuperclass()) {
            fields.addAll(List.of(type.getDeclaredFields()));
        }
        return fields.stream();
    }

    private static Stream<AnnotatedElement> members(Class<?> model) {
        List<AnnotatedElement> members = new ArrayList<>(fields(model).toList());
        for (Class<?> type = model;
                type != null && type != Object.class;
                type = type.getSuperclass()) {
            members.addAll(List.<Method>of(type.getDeclaredMethods()));
        }
        return members.stream();
    }

    static InvalidModel invalid(Class<?> model, String why) {
        return new InvalidModel(model.getSimpleName() + " " + why, null);
    }

    /** Shortens any other error of Hibernate's to one line, and keeps it as the cause. */
    static RuntimeException explained(RuntimeException failed, Collection<Class<?>> models) {
        if (failed instanceof OrmlabException) {
            return failed;
        }
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        List<String> names = models.stream().map(Class::getSimpleName).toList();
        return new InvalidModel(
                "The models "
                        + names
                        + " cannot be mapped: "
                        + SnippetNames.plain(root.getMessage()),
                failed);
    }
}
