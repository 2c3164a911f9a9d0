package ormlab.dialect.internal.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.event.spi.PreInsertEvent;
import org.hibernate.event.spi.PreInsertEventListener;
import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.event.spi.PreUpdateEventListener;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.AttributeMappingsList;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.mapping.internal.BasicAttributeMapping;
import org.hibernate.metamodel.mapping.internal.EmbeddedAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import ormlab.dialect.UnstorableValue;

/**
 * Refuses decimals that a column would round or has no room for.
 *
 * <p>PostgreSQL silently rounds {@code 10.125} to {@code 10.13}, and SQLite stores it as it is. A
 * price should not depend on the database.
 */
public final class DigitsCheck implements PreInsertEventListener, PreUpdateEventListener {
    private static final long serialVersionUID = 1L;

    private final transient Map<EntityPersister, List<Decimal>> decimals =
            new ConcurrentHashMap<>();

    /** A decimal attribute: how to reach it from the state of the entity, and its column. */
    private record Decimal(
            String path, int index, List<AttributeMapping> within, BasicAttributeMapping column) {
        boolean isPartOf(String attribute) {
            return path.equals(attribute) || path.startsWith(attribute + '.');
        }

        /** Returns the same decimal, to be reached from the value of {@code attribute}. */
        Decimal below(String attribute) {
            int steps = (int) attribute.chars().filter(letter -> letter == '.').count();
            return new Decimal(path, index, within.subList(steps, within.size()), column);
        }
    }

    /**
     * Checks a value that a statement assigns to an attribute.
     *
     * @throws UnstorableValue if the column would round it or has no room for it
     */
    public static void check(EntityPersister persister, String attribute, Object value) {
        decimalsOf(persister).stream()
                .filter(decimal -> decimal.isPartOf(attribute))
                .forEach(decimal -> checkWithin(persister, decimal.below(attribute), value));
    }

    @Override
    public boolean onPreInsert(PreInsertEvent event) {
        check(event.getPersister(), event.getState());
        return false;
    }

    @Override
    public boolean onPreUpdate(PreUpdateEvent event) {
        check(event.getPersister(), event.getState());
        return false;
    }

    private void check(EntityPersister persister, Object[] state) {
        List<Decimal> known = decimals.get(persister); // called for each row
        if (known == null) {
            known = decimals.computeIfAbsent(persister, DigitsCheck::decimalsOf);
        }
        for (Decimal decimal : known) {
            checkWithin(persister, decimal, state[decimal.index]);
        }
    }

    private static void checkWithin(EntityPersister persister, Decimal decimal, Object attribute) {
        Object value = attribute;
        for (AttributeMapping step : decimal.within) {
            value = value == null ? null : step.getValue(value);
        }
        if (value instanceof BigDecimal number) {
            check(persister, decimal.column, number);
        }
    }

    /**
     * Checks a value of a column.
     *
     * @throws UnstorableValue if the column would round it or has no room for it
     */
    static void check(EntityMappingType entity, BasicAttributeMapping column, BigDecimal number) {
        BigDecimal value = number.stripTrailingZeros();
        int before = Math.max(0, value.precision() - value.scale());
        int after = Math.max(0, value.scale());
        int scale = column.getScale();
        int room = column.getPrecision() - scale;
        if (after <= scale && before <= room) {
            return;
        }
        String name =
                entity.getEntityPersister().getJpaEntityName()
                        + column.getNavigableRole()
                                .getFullPath()
                                .substring(
                                        column.findContainingEntityMapping()
                                                .getEntityName()
                                                .length());
        String form =
                "%s keeps %s digits %s the point, but %s has %s. %s @Column(precision = %s, scale = %s).";
        throw new UnstorableValue(
                after > scale
                        ? form.formatted(
                                name,
                                scale,
                                "after",
                                value.toPlainString(),
                                after,
                                "Round it, or declare",
                                Math.max(before, room) + after,
                                after)
                        : form.formatted(
                                name,
                                room,
                                "before",
                                value.toPlainString(),
                                before,
                                "Declare",
                                before + scale,
                                scale));
    }

    /** Returns whether an attribute is a decimal with a limited number of digits. */
    static boolean isLimited(BasicAttributeMapping attribute) {
        return attribute.getJavaType().getJavaTypeClass() == BigDecimal.class
                && attribute.getJdbcMapping().getJdbcType().isDecimal()
                && attribute.getPrecision() != null
                && attribute.getScale() != null;
    }

    /** Returns the decimal attribute that is stored in a column. */
    static Optional<BasicAttributeMapping> inColumn(EntityPersister persister, String column) {
        return decimalsOf(persister).stream()
                .map(Decimal::column)
                .filter(decimal -> decimal.getSelectionExpression().equals(column))
                .findFirst();
    }

    private static List<Decimal> decimalsOf(EntityPersister persister) {
        List<Decimal> found = new ArrayList<>();
        AttributeMappingsList attributes = persister.getAttributeMappings();
        for (int i = 0; i < attributes.size(); i++) {
            AttributeMapping attribute = attributes.get(i);
            int index = attribute.getStateArrayPosition();
            collect(attribute, attribute.getAttributeName(), index, List.of(), found);
        }
        return List.copyOf(found);
    }

    private static void collect(
            AttributeMapping attribute,
            String path,
            int index,
            List<AttributeMapping> within,
            List<Decimal> found) {
        if (attribute instanceof BasicAttributeMapping basic && isLimited(basic)) {
            found.add(new Decimal(path, index, within, basic));
        } else if (attribute instanceof EmbeddedAttributeMapping embedded) {
            EmbeddableMappingType type = embedded.getEmbeddableTypeDescriptor();
            for (int i = 0; i < type.getNumberOfAttributeMappings(); i++) {
                AttributeMapping part = type.getAttributeMapping(i);
                List<AttributeMapping> steps = new ArrayList<>(within);
                steps.add(part);
                collect(part, path + '.' + part.getAttributeName(), index, steps, found);
            }
        }
    }
}
