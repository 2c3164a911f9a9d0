package ormlab.migrate.compare;

import ormlab.migrate.internal.catalog.Sequence;
import ormlab.schema.TableName;

/** A change of a sequence that belongs to no column. */
public sealed interface SequenceChange extends Change {
    /** Returns the sequence as it will be, or was before it is removed. */
    Sequence sequence();

    @Override
    default TableName subject() {
        return sequence().name();
    }

    /** A sequence that the database does not have. */
    record AddedSequence(Sequence sequence) implements SequenceChange, Addition {
        @Override
        public String words() {
            return "Detected added sequence '" + sequence.name() + "'";
        }
    }

    /** A sequence that the model does not have. */
    record RemovedSequence(Sequence sequence) implements SequenceChange, Removal {
        @Override
        public String words() {
            return "Detected removed sequence '" + sequence.name() + "'";
        }
    }

    /** A sequence that is renamed together with the table or column it is named after. */
    record RenamedSequence(Sequence from, Sequence sequence) implements SequenceChange {
        @Override
        public String words() {
            return "Detected renamed sequence '%s' to '%s'".formatted(from.name(), sequence.name());
        }
    }

    /** A sequence with a different increment. */
    record ChangedSequence(Sequence before, Sequence sequence) implements SequenceChange {
        @Override
        public String words() {
            return "Detected changed sequence '%s': increment %d to %d"
                    .formatted(sequence.name(), before.increment(), sequence.increment());
        }
    }
}
