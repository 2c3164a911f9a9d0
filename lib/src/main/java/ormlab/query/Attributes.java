package ormlab.query;

import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.Join;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.PluralAttribute;
import jakarta.persistence.metamodel.SingularAttribute;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import ormlab.error.OrmlabException;

/** Finds attributes by name, including through associations: {@code author.username}. */
final class Attributes {
    private Attributes() {}

    /**
     * Returns the expression of a dotted name. Associations on the way are left joins, so that no
     * row is lost.
     */
    static <X> Path<X> path(From<?, ?> root, ManagedType<?> type, String name) {
        List<Attribute<?, ?>> lead = lead(type, name).toList();
        Attribute<?, ?> last = lead.get(lead.size() - 1);
        From<?, ?> from = root;
        for (Attribute<?, ?> step : lead.subList(0, lead.size() - 1)) {
            from = join(from, step.getName());
        }
        return from.get(last.getName());
    }

    /** Returns the expression that selects a dotted name; associated objects are joined as well. */
    static Expression<?> value(From<?, ?> root, ManagedType<?> type, String name) {
        Path<?> path = path(root, type, name);
        Attribute<?, ?> last = resolve(type, name);
        boolean joined = last.isAssociation() || last.isCollection();
        return joined && path.getParentPath() instanceof From<?, ?> from
                ? join(from, last.getName())
                : path;
    }

    /** Returns the name of a static metamodel's attribute. */
    static String name(Attribute<?, ?> attribute) {
        if (attribute == null) {
            throw new OrmlabException(
                    "The metamodel's attribute is null. Call db.models(…) with its class first, which"
                            + " fills the metamodel.");
        }
        return attribute.getName();
    }

    static String[] names(Attribute<?, ?>... attributes) {
        return Arrays.stream(attributes).map(Attributes::name).toArray(String[]::new);
    }

    /** Returns the type of an attribute's values; a wrapper class for a primitive type. */
    @SuppressWarnings("unchecked")
    static <V> Class<V> type(SingularAttribute<?, V> attribute) {
        name(attribute);
        return (Class<V>) MethodType.methodType(attribute.getJavaType()).wrap().returnType();
    }

    /** Returns the type of a dotted name's value, or of the elements of a collection. */
    static Class<?> element(ManagedType<?> type, String name) {
        Attribute<?, ?> last = resolve(type, name);
        return last instanceof PluralAttribute<?, ?, ?> many
                ? many.getElementType().getJavaType()
                : last.getJavaType();
    }

    /** Returns the part of a dotted name up to its last collection; empty if there is none. */
    static String collection(ManagedType<?> type, String name) {
        List<Attribute<?, ?>> lead = lead(type, name).toList();
        for (int i = lead.size(); i > 0; i--) {
            if (lead.get(i - 1).isCollection()) {
                return String.join(".", Arrays.asList(steps(name)).subList(0, i));
            }
        }
        return "";
    }

    private static String[] steps(String name) {
        return required(name).split("\\.", -1);
    }

    static String required(String name) {
        if (name == null) {
            throw new OrmlabException(
                    "null is not an attribute's name. Pass one, such as \"username\".");
        }
        return name;
    }

    static void requireSingle(ManagedType<?> type, String name, String verb) {
        if (lead(type, name).anyMatch(Attribute::isCollection)) {
            throw new OrmlabException(
                    ("'%s' of %s holds many, so %s does not know which. Name an attribute with one"
                                    + " value.")
                            .formatted(name, type.getJavaType().getSimpleName(), verb));
        }
    }

    /** Refuses a collection, to which no value can be compared. */
    static void requireValue(ManagedType<?> type, String name) {
        if (resolve(type, name).isCollection()) {
            throw new OrmlabException(
                    ("'%1$s' of %2$s holds many values, and a condition compares one. Name an"
                                    + " attribute of its elements, or write HQL: 'where :value"
                                    + " member of %1$s' or 'where %1$s is empty'.")
                            .formatted(name, type.getJavaType().getSimpleName()));
        }
    }

    /** Refuses an attribute of an associated object, whose column is in another table. */
    static void requireOwnColumn(ManagedType<?> type, String name) {
        List<Attribute<?, ?>> lead = lead(type, name).toList();
        for (Attribute<?, ?> step : lead.subList(0, lead.size() - 1)) {
            if (step.isAssociation()) {
                throw new OrmlabException(
                        ("'%s' is a column of another table than %s's, and update(…) changes one"
                                        + " table. Query %s and update that.")
                                .formatted(
                                        name,
                                        type.getJavaType().getSimpleName(),
                                        step.getJavaType().getSimpleName()));
            }
        }
    }

    /** Returns whether rows may have no value for a dotted name. */
    static boolean mayBeNull(ManagedType<?> type, String name) {
        return lead(type, name)
                .map(attribute -> (SingularAttribute<?, ?>) attribute)
                .takeWhile(attribute -> !attribute.isId() || attribute.isAssociation())
                .anyMatch(
                        attribute ->
                                attribute.isOptional() && !attribute.getJavaType().isPrimitive());
    }

    /**
     * Returns the names of the columns behind an attribute: those of an embeddable, those of the id
     * of an associated object, or the name itself.
     */
    static Stream<String> columns(ManagedType<?> type, String name) {
        Attribute<?, ?> attribute = resolve(type, name);
        if (!(attribute instanceof SingularAttribute<?, ?> single)
                || !(single.getType() instanceof ManagedType<?> target)) {
            return Stream.of(name);
        }
        return target.getSingularAttributes().stream()
                .filter(part -> !single.isAssociation() || part.isId())
                .map(part -> name + "." + part.getName())
                .sorted()
                .flatMap(part -> columns(type, part));
    }

    static void requireAssociation(ManagedType<?> type, String name) {
        Attribute<?, ?> attribute = resolve(type, name);
        if (!attribute.isAssociation() && !attribute.isCollection()) {
            throw new OrmlabException(
                    ("fetch(…) loads associated objects, and '%s' of %s is a plain value: it is"
                                    + " loaded with its row anyway.")
                            .formatted(name, type.getJavaType().getSimpleName()));
        }
    }

    static void requireEntity(ManagedType<?> type, String name) {
        if (!resolve(type, name).isAssociation()) {
            throw new OrmlabException(
                    ("join(…) takes an association, and '%s' of %s is a plain value. Write a"
                                    + " condition on it with filter(…).")
                            .formatted(name, type.getJavaType().getSimpleName()));
        }
    }

    static Attribute<?, ?> attribute(ManagedType<?> type, String name) {
        required(name);
        return type.getAttributes().stream()
                .filter(attribute -> attribute.getName().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new UnknownAttribute(
                                        type.getJavaType().getSimpleName(),
                                        name,
                                        type.getAttributes().stream()
                                                .<String>map(Attribute::getName)
                                                .toList()));
    }

    /** Returns the last attribute of a dotted name. */
    static Attribute<?, ?> resolve(ManagedType<?> type, String name) {
        return lead(type, name).reduce((before, last) -> last).orElseThrow();
    }

    /** Returns the attributes of a dotted name, in order. */
    private static Stream<Attribute<?, ?>> lead(ManagedType<?> type, String name) {
        Stream.Builder<Attribute<?, ?>> lead = Stream.builder();
        ManagedType<?> owner = type;
        String[] steps = steps(name);
        for (int i = 0; i < steps.length; i++) {
            Attribute<?, ?> attribute = attribute(owner, steps[i]);
            lead.add(attribute);
            owner = i < steps.length - 1 ? target(attribute, owner, steps[i]) : owner;
        }
        return lead.build();
    }

    private static ManagedType<?> target(
            Attribute<?, ?> attribute, ManagedType<?> owner, String step) {
        Object type =
                attribute instanceof SingularAttribute<?, ?> single
                        ? single.getType()
                        : ((PluralAttribute<?, ?, ?>) attribute).getElementType();
        if (type instanceof ManagedType<?> managed) {
            return managed;
        }
        throw new UnknownAttribute(
                owner.getJavaType().getSimpleName() + "." + step + " is a plain value and",
                "…",
                List.of());
    }

    private static From<?, ?> join(From<?, ?> from, String name) {
        for (Join<?, ?> join : from.getJoins()) {
            if (join.getAttribute().getName().equals(name)) {
                return join;
            }
        }
        return from.join(name, JoinType.LEFT);
    }
}
