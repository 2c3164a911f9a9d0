package ormlab.migrate.compare;

import java.util.List;
import java.util.Optional;
import ormlab.schema.CheckConstraint;
import ormlab.schema.ForeignKey;
import ormlab.schema.Key;
import ormlab.schema.TableName;

/** A change of a key, a foreign key or a check; the subject is its table. */
public sealed interface ConstraintChange extends Change {
    private static String list(List<String> columns) {
        return "(" + String.join(", ", columns) + ")";
    }

    /** The columns of the primary key. */
    record ChangedPrimaryKey(TableName subject, Optional<Key> before, Optional<Key> after)
            implements ConstraintChange {
        @Override
        public String words() {
            return "Detected primary key change from %s to %s on table '%s'"
                    .formatted(columns(before), columns(after), subject);
        }

        private static String columns(Optional<Key> key) {
            return key.map(each -> list(each.columns())).orElse("none");
        }
    }

    /** A unique constraint that the table lacks. */
    record AddedUnique(TableName subject, Key key) implements ConstraintChange, Addition {
        @Override
        public String words() {
            return "Detected added unique constraint '%s' on '%s' %s"
                    .formatted(key.name(), subject, list(key.columns()));
        }
    }

    /** A unique constraint that the model does not have. */
    record RemovedUnique(TableName subject, Key key) implements ConstraintChange, Removal {
        @Override
        public String words() {
            return "Detected removed unique constraint '%s' on '%s'".formatted(key.name(), subject);
        }
    }

    /** A foreign key that the table lacks. */
    record AddedForeignKey(TableName subject, ForeignKey foreignKey)
            implements ConstraintChange, Addition {
        @Override
        public String words() {
            return "Detected added foreign key %s%s on table %s"
                    .formatted(
                            list(foreignKey.columns()), list(foreignKey.targetColumns()), subject);
        }
    }

    /** A foreign key that the model does not have. */
    record RemovedForeignKey(TableName subject, ForeignKey foreignKey)
            implements ConstraintChange, Removal {
        @Override
        public String words() {
            return "Detected removed foreign key %s%s on table %s"
                    .formatted(
                            list(foreignKey.columns()), list(foreignKey.targetColumns()), subject);
        }
    }

    /** A check that the table lacks. */
    record AddedCheck(TableName subject, CheckConstraint check)
            implements ConstraintChange, Addition {
        @Override
        public String words() {
            return "Detected added check constraint '%s' on '%s'".formatted(check.name(), subject);
        }
    }

    /** A check that the model does not have. */
    record RemovedCheck(TableName subject, CheckConstraint check)
            implements ConstraintChange, Removal {
        @Override
        public String words() {
            return "Detected removed check constraint '%s' on '%s'"
                    .formatted(check.name(), subject);
        }
    }

    /** A check of the same name with another condition. */
    record ChangedCheck(TableName subject, CheckConstraint before, CheckConstraint after)
            implements ConstraintChange {
        @Override
        public String words() {
            return "Detected changed check constraint '%s' on '%s': %s to %s"
                    .formatted(after.name(), subject, before.condition(), after.condition());
        }
    }

    /** A constraint that differs in nothing but its name. */
    record RenamedConstraint(TableName subject, String from, String to)
            implements ConstraintChange {
        @Override
        public String words() {
            return "Detected renamed constraint '%s' to '%s' on '%s'".formatted(from, to, subject);
        }
    }
}
