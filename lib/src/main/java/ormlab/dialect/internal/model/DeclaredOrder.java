package ormlab.dialect.internal.model;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;

/**
 * Orders the columns of a table as the class declares its attributes.
 *
 * <p>Hibernate sorts attributes by name, but people who read the table expect the order of the
 * class.
 */
final class DeclaredOrder {
    private final Map<Table, Set<Column>> ordered = new HashMap<>();

    private DeclaredOrder() {}

    static void applyTo(Metadata metadata) {
        DeclaredOrder order = new DeclaredOrder();
        metadata.getEntityBindings().stream()
                .sorted(Comparator.comparing(DeclaredOrder::depth))
                .forEach(order::addEntity);
        order.ordered.forEach(DeclaredOrder::reorder);
    }

    private static String depth(PersistentClass entity) {
        return lineage(entity).size() + entity.getEntityName();
    }

    /** Returns the ancestors of an entity, then the entity itself. */
    private static List<PersistentClass> lineage(PersistentClass entity) {
        List<PersistentClass> lineage = new ArrayList<>();
        for (PersistentClass each = entity; each != null; each = each.getSuperclass()) {
            lineage.add(0, each);
        }
        return lineage;
    }

    private void addEntity(PersistentClass entity) {
        Set<Column> columns = columnsOf(entity.getTable());
        add(columns, entity.getKey(), new HashMap<>());
        if (entity instanceof RootClass root && root.getDiscriminator() != null) {
            add(columns, root.getDiscriminator(), new HashMap<>());
        }
        for (PersistentClass each : lineage(entity)) {
            Map<Class<?>, Map<String, Integer>> known = new HashMap<>();
            addAll(columns, each.getProperties(), each.getMappedClass(), known);
            for (Join join : each.getJoins()) {
                Set<Column> joined = columnsOf(join.getTable());
                joined.addAll(join.getKey().getColumns());
                addAll(joined, join.getProperties(), each.getMappedClass(), known);
            }
        }
    }

    private Set<Column> columnsOf(Table table) {
        return ordered.computeIfAbsent(table, absent -> new LinkedHashSet<>());
    }

    private static void addAll(
            Set<Column> columns,
            Collection<Property> properties,
            Class<?> type,
            Map<Class<?>, Map<String, Integer>> known) {
        Map<String, Integer> positions = known.computeIfAbsent(type, DeclaredOrder::positions);
        properties.stream()
                .sorted(
                        Comparator.comparing(
                                property ->
                                        positions.getOrDefault(
                                                property.getName(), Integer.MAX_VALUE)))
                .forEach(property -> add(columns, property.getValue(), known));
    }

    private static void add(
            Set<Column> columns, Value value, Map<Class<?>, Map<String, Integer>> known) {
        if (value instanceof Component component && component.getComponentClassName() != null) {
            addAll(columns, component.getProperties(), component.getComponentClass(), known);
        }
        // A formula is not a column.
        for (Selectable selectable : value.getSelectables()) {
            if (selectable instanceof Column column) {
                columns.add(column);
            }
        }
    }

    /** Returns each field's position; fields of superclasses come first. */
    private static Map<String, Integer> positions(Class<?> type) {
        Map<String, Integer> positions = new HashMap<>();
        List<Class<?>> lineage = new ArrayList<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            lineage.add(0, each);
        }
        for (Class<?> each : lineage) {
            for (Field field : each.getDeclaredFields()) {
                positions.put(field.getName(), positions.size());
            }
        }
        return positions;
    }

    private static void reorder(Table table, Set<Column> wanted) {
        Collection<Column> present = table.getColumns();
        Set<Column> columns = new LinkedHashSet<>(wanted);
        columns.retainAll(present);
        columns.addAll(present);
        table.reorderColumns(
                columns.stream().map(column -> table.getColumn(column)).distinct().toList());
    }
}
