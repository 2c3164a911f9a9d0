package ormlab.migrate.compare;

import ormlab.schema.TableName;

/** One difference: something to change in the database so that it matches the model. */
public sealed interface Change
        permits TableChange,
                ColumnChange,
                ConstraintChange,
                PartChange,
                SequenceChange,
                TypeChange,
                Change.Addition,
                Change.Removal {
    /** Whether a change adds, removes or alters something. */
    enum Kind {
        /** The model has it, but the database does not. */
        ADDED,
        /** The database has it, but the model does not. */
        REMOVED,
        /** Both have it, but it differs, as after a rename. */
        CHANGED
    }

    /** Something that the model has but the database does not. */
    non-sealed interface Addition extends Change {
        @Override
        default Kind kind() {
            return Kind.ADDED;
        }
    }

    /** Something that the database has but the model does not. */
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
     * Returns whether this change may lose values that cannot be restored.
     *
     * @return true if it drops a table or a column, or narrows a type
     */
    default boolean destroysData() {
        return false;
    }
}
