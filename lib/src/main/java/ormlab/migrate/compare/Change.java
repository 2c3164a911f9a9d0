package ormlab.migrate.compare;

import ormlab.schema.TableName;

/** One difference: what has to change in the database so that it fits the model. */
public sealed interface Change
        permits TableChange,
                ColumnChange,
                ConstraintChange,
                PartChange,
                SequenceChange,
                TypeChange,
                Change.Addition,
                Change.Removal {
    /** Whether a change brings something, takes something away or alters it. */
    enum Kind {
        /** The model has it and the database lacks it. */
        ADDED,
        /** The database has it and the model does not. */
        REMOVED,
        /** Both have it, and it differs; a rename is such a change. */
        CHANGED
    }

    /** Something that the model has and the database lacks. */
    non-sealed interface Addition extends Change {
        @Override
        default Kind kind() {
            return Kind.ADDED;
        }
    }

    /** Something that the database has and the model does not. */
    non-sealed interface Removal extends Change {
        @Override
        default Kind kind() {
            return Kind.REMOVED;
        }
    }

    /** Returns whether this change adds, removes or alters. */
    default Kind kind() {
        return Kind.CHANGED;
    }

    /**
     * Describes what was detected, as a sentence without a full stop.
     *
     * @return for example {@code Detected added column 'users.age'}
     */
    String words();

    /** Returns the name of the table, sequence or type that changes. */
    TableName subject();

    /**
     * Returns whether making this change may lose values that nobody can bring back.
     *
     * @return true when it drops a table or a column, or narrows a type
     */
    default boolean destroysData() {
        return false;
    }
}
