package ormlab.dialect.sqlite;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.SimpleValue;
import org.hibernate.mapping.Table;
import org.hibernate.type.EntityType;
import org.hibernate.type.Type;
import ormlab.dialect.internal.model.TextLength;
import ormlab.naming.ConstraintNames;

/**
 * Enforces lengths such as {@code varchar(64)}, which SQLite ignores.
 *
 * <p>PostgreSQL rejects longer text, and a model that works on one database should not surprise you
 * on the other. A {@code columnDefinition} stays as it is written.
 */
final class LengthChecks {
    private static final int UUID_LENGTH = 36;

    private LengthChecks() {}

    static void addTo(Table table, Metadata metadata, Set<Column> withOwnType, Dialect dialect) {
        for (Column column : table.getColumns()) {
            makeRoomForUuid(column, metadata);
            if (!withOwnType.contains(column)
                    && !isListOfValues(column)
                    && !refers(table, column)) {
                TextLength.of(column.getSqlType(metadata))
                        .ifPresent(
                                length ->
                                        column.addCheckConstraint(
                                                check(table, column, length, dialect)));
            }
        }
    }

    /** A length of 16 means the bytes of a UUID, which is stored as text here. */
    private static void makeRoomForUuid(Column column, Metadata metadata) {
        if (column.getLength() != null
                && column.getLength() < UUID_LENGTH
                && column.getValue() instanceof SimpleValue value
                && javaType(value.getType(), metadata) == UUID.class) {
            column.setLength(UUID_LENGTH);
        }
    }

    private static Class<?> javaType(Type type, Metadata metadata) {
        return type instanceof EntityType entity
                ? entity.getIdentifierOrUniqueKeyType(metadata).getReturnedClass()
                : type.getReturnedClass();
    }

    /** The check of an enum says more than its length. */
    private static boolean isListOfValues(Column column) {
        return column.getCheckConstraints().stream()
                .anyMatch(check -> check.getConstraint().contains(" in ('"));
    }

    /** A foreign key already limits the column to the values of another table. */
    private static boolean refers(Table table, Column column) {
        for (ForeignKey key : table.getForeignKeyCollection()) {
            if (key.isCreationEnabled()
                    && key.isPhysicalConstraint()
                    && key.getColumns().contains(column)) {
                return true;
            }
        }
        return false;
    }

    private static CheckConstraint check(Table table, Column column, int length, Dialect dialect) {
        return new CheckConstraint(
                nameFor(table.getName(), column.getName()),
                "length(" + column.getQuotedName(dialect) + ") <= " + length);
    }

    static String nameFor(String table, String column) {
        return ConstraintNames.check(table, List.of(column, "length"));
    }
}
