package ormlab.migrate.compare;

import java.util.Optional;
import ormlab.schema.Key;
import ormlab.schema.TableName;

/** A change of a primary key or of a constraint's name; the subject is its table. */
public sealed interface ConstraintChange extends Change {
    /** The columns of the primary key. */
    record ChangedPrimaryKey(TableName subject, Optional<Key> before, Optional<Key> after)
            implements ConstraintChange {
        @Override
        public String words() {
            return "Detected primary key change from %s to %s on table '%s'"
                    .formatted(columns(before), columns(after), subject);
        }

        private static String columns(Optional<Key> key) {
            return key.map(each -> "(" + String.join(", ", each.columns()) + ")").orElse("none");
        }
    }

    /** A constraint that differs only in its name. */
    record RenamedConstraint(TableName subject, String from, String to)
            implements ConstraintChange {
        @Override
        public String words() {
            return "Detected renamed constraint '%s' to '%s' on '%s'".formatted(from, to, subject);
        }
    }
}
