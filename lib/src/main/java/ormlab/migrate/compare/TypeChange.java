package ormlab.migrate.compare;

import ormlab.migrate.internal.catalog.UserDefinedType;
import ormlab.schema.TableName;

/** A change of a user-defined type. */
public sealed interface TypeChange extends Change {
    /** Returns the type as it will be, or was before it is removed. */
    UserDefinedType type();

    @Override
    default TableName subject() {
        return type().name();
    }

    private static String list(UserDefinedType type) {
        return "(" + String.join(", ", type.values()) + ")";
    }

    /** A type that the database does not have. */
    record AddedType(UserDefinedType type) implements TypeChange, Addition {
        @Override
        public String words() {
            return "Detected added type '%s' %s".formatted(type.name(), list(type));
        }
    }

    /** A type that the model does not have. */
    record RemovedType(UserDefinedType type) implements TypeChange, Removal {
        @Override
        public String words() {
            return "Detected removed type '" + type.name() + "'";
        }
    }

    /** A type with other values or fields. */
    record ChangedTypeValues(UserDefinedType before, UserDefinedType type) implements TypeChange {
        @Override
        public String words() {
            return "Detected changed type '%s': %s to %s"
                    .formatted(type.name(), list(before), list(type));
        }

        @Override
        public boolean destroysData() {
            return !type.values().containsAll(before.values());
        }
    }
}
