package ormlab.migrate.compare;

import ormlab.schema.Index;
import ormlab.schema.TableName;

/** A change of an index; the subject is its table. */
public sealed interface IndexChange extends Change {
    /** An index that the table lacks. */
    record AddedIndex(TableName subject, Index index) implements IndexChange, Addition {
        @Override
        public String words() {
            return "Detected added index '%s' on '%s' (%s)"
                    .formatted(index.name(), subject, String.join(", ", index.columns()));
        }
    }

    /** An index that the model does not have. */
    record RemovedIndex(TableName subject, Index index) implements IndexChange, Removal {
        @Override
        public String words() {
            return "Detected removed index '%s' on '%s'".formatted(index.name(), subject);
        }
    }

    /** An index of the same name with another definition. */
    record ChangedIndex(TableName subject, Index before, Index after) implements IndexChange {
        @Override
        public String words() {
            return "Detected changed index '%s' on '%s': %s to %s"
                    .formatted(after.name(), subject, definition(before), definition(after));
        }

        private static String definition(Index index) {
            return (index.unique() ? "unique " : "") + index.definition();
        }
    }
}
