package ormlab.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Table;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.Collection;
import java.util.List;
import ormlab.naming.SnakeCase;

/**
 * Rejects a column name that includes the table or class, as in {@code "Role.id"}.
 *
 * <p>SQLAlchemy's foreign keys are written that way, but Hibernate would create a column with that
 * name. A quoted name with a dot is meant as it is written.
 */
final class ColumnNames {
    private ColumnNames() {}

    static void check(Class<?> model, List<AnnotatedElement> members, Collection<Class<?>> models) {
        for (AnnotatedElement member : members) {
            String attribute = ((Member) member).getName();
            Column column = member.getAnnotation(Column.class);
            if (column != null && isDotted(column.name())) {
                throw dotted(
                        model,
                        attribute,
                        "@Column(name = \"" + column.name() + "\")",
                        column.name());
            }
            for (JoinColumn join : member.getAnnotationsByType(JoinColumn.class)) {
                checkJoin(model, attribute, join, models);
            }
            JoinTable table = member.getAnnotation(JoinTable.class);
            if (table != null) {
                for (JoinColumn join : table.joinColumns()) {
                    checkJoin(model, attribute, join, models);
                }
                for (JoinColumn join : table.inverseJoinColumns()) {
                    checkJoin(model, attribute, join, models);
                }
            }
        }
    }

    private static void checkJoin(
            Class<?> model, String attribute, JoinColumn join, Collection<Class<?>> models) {
        if (isDotted(join.name())) {
            String what = "@JoinColumn(name = \"" + join.name() + "\")";
            throw foreignKey(model, attribute, what, join.name(), models);
        }
        if (isDotted(join.referencedColumnName())) {
            throw dotted(
                    model,
                    attribute,
                    "@JoinColumn(referencedColumnName = \"" + join.referencedColumnName() + "\")",
                    join.referencedColumnName());
        }
    }

    /** A quoted name may contain anything. */
    private static boolean isDotted(String name) {
        return name.contains(".") && !name.startsWith("`") && !name.startsWith("\"");
    }

    private static InvalidModel dotted(Class<?> model, String attribute, String what, String name) {
        return ModelChecks.invalid(
                model,
                "has %s on '%s', and a column's name has no dot. Write the column alone: \"%s\"."
                        .formatted(what, attribute, last(name)));
    }

    /** SQLAlchemy names the other table's column here, but JPA names this table's new column. */
    private static InvalidModel foreignKey(
            Class<?> model,
            String attribute,
            String what,
            String name,
            Collection<Class<?>> models) {
        String first = name.substring(0, name.indexOf('.'));
        return ModelChecks.invalid(
                model,
                ("has %s on '%s'%s. @JoinColumn names the new column in %s's own table; the type"
                                + " of '%s' decides which table it refers to. Write"
                                + " @JoinColumn(name ="
                                + " \"%s_%s\"), or leave it out.")
                        .formatted(
                                what,
                                attribute,
                                target(first, models),
                                model.getSimpleName(),
                                attribute,
                                SnakeCase.of(attribute),
                                last(name)));
    }

    private static String target(String name, Collection<Class<?>> models) {
        for (Class<?> other : models) {
            Table table = other.getAnnotation(Table.class);
            if (table != null && table.name().equalsIgnoreCase(name)) {
                return ", and '" + name + "' is the table of " + other.getSimpleName();
            }
            if (other.isAnnotationPresent(Entity.class)
                    && other.getSimpleName().equalsIgnoreCase(name)) {
                return ", and " + other.getSimpleName() + " is a class";
            }
        }
        return ", and a column's name has no dot";
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
