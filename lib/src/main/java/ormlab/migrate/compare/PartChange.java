package ormlab.migrate.compare;

import java.util.List;
import ormlab.schema.CheckConstraint;
import ormlab.schema.ForeignKey;
import ormlab.schema.Index;
import ormlab.schema.Key;
import ormlab.schema.TableName;
import ormlab.schema.TablePart;

/** A unique constraint, foreign key, check or index that changes; the subject is its table. */
public sealed interface PartChange extends Change {
    /** Returns the part as it will be, or was before it is removed. */
    TablePart part();

    /** Returns the kind of the part with its name and its table. */
    default String what() {
        return described(part(), subject());
    }

    /**
     * Returns the name that a decision takes, or the condition or columns of a part without a name.
     */
    default String label() {
        return part().name().isEmpty() ? shown(part()) : part().name();
    }

    private static String described(TablePart part, TableName subject) {
        if (part instanceof ForeignKey key) {
            return "foreign key %s%s on table %s"
                    .formatted(list(key.columns()), list(key.targetColumns()), subject);
        }
        String name = shown(part) + " on '" + subject + "'";
        return part instanceof Key
                ? "unique constraint " + name
                : (part instanceof Index ? "index " : "check constraint ") + name;
    }

    /** Identifies a check without a name by its condition, and a constraint by its columns. */
    private static String shown(TablePart part) {
        if (!part.name().isEmpty()) {
            return "'" + part.name() + "'";
        }
        if (part instanceof CheckConstraint check) {
            return "(" + check.condition().sql() + ")";
        }
        if (part instanceof ForeignKey key) {
            return list(key.columns());
        }
        return part instanceof Key key ? list(key.columns()) : "without a name";
    }

    private static String list(List<String> columns) {
        return "(" + String.join(", ", columns) + ")";
    }

    /** A part that the table does not have. */
    record AddedPart(TableName subject, TablePart part) implements PartChange, Addition {
        @Override
        public String words() {
            String words = "Detected added " + described(part, subject);
            if (part instanceof Key key) {
                return words + ' ' + list(key.columns());
            }
            return part instanceof Index index ? words + ' ' + list(index.columns()) : words;
        }
    }

    /** A part that the model does not have. */
    record RemovedPart(TableName subject, TablePart part) implements PartChange, Removal {
        @Override
        public String words() {
            return "Detected removed " + described(part, subject);
        }
    }

    /** A check or an index with the same name and a different definition. */
    record ChangedPart(TableName subject, TablePart before, TablePart part) implements PartChange {
        @Override
        public String words() {
            return "Detected changed %s: %s to %s"
                    .formatted(described(part, subject), text(before), text(part));
        }

        private static String text(TablePart part) {
            if (part instanceof CheckConstraint check) {
                return check.condition().sql();
            }
            return part instanceof Index index
                    ? (index.unique() ? "unique " : "") + index.definition()
                    : part.toString();
        }
    }
}
