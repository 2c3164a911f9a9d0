package ormlab.migrate.postgres.plan;

/**
 * When a step of a migration runs. What depends on tables and columns is dropped before they
 * change, and created after.
 */
enum Phase {
    /** Renames come first: everything else uses the new names. */
    RENAME,
    SCHEMA,
    /** Drops the views and triggers that prevent a column from changing its type. */
    VIEW_AWAY,
    TYPE,
    OLD_SEQUENCE,
    /** A sequence of a column may release its name for one that belongs to no column. */
    OLD_NUMBERING,
    SEQUENCE,
    OLD_FOREIGN_KEY,
    /** Tables that are dropped early, because others need the names of their keys. */
    OLD_TABLE_BEFORE,
    OLD_KEY,
    KEY_RENAME,
    /** Drops checks temporarily, by their new names. */
    CHECK_AWAY,
    TABLE,
    COLUMN,
    OLD_TABLE,
    /** After all other columns, because one of them may take over its values. */
    OLD_COLUMN,
    KEY,
    FOREIGN_KEY,
    NUMBERING,
    COMMENT,
    OLD_TYPE,
    VIEW_BACK
}
