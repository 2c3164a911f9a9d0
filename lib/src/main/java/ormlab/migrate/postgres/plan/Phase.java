package ormlab.migrate.postgres.plan;

/**
 * When a step of a migration runs. What refers to something goes before it and comes after it; the
 * tables and their columns change in between.
 */
enum Phase {
    /** Renames come first: everything else uses the new names. */
    RENAME,
    SCHEMA,
    /** Views and triggers go that are in the way of a column that changes its type. */
    VIEW_AWAY,
    TYPE,
    OLD_SEQUENCE,
    /** A sequence behind a column may leave its name to one that belongs to no column. */
    OLD_NUMBERING,
    SEQUENCE,
    OLD_FOREIGN_KEY,
    /** Tables that go before others, because those want the names of their keys. */
    OLD_TABLE_BEFORE,
    OLD_KEY,
    KEY_RENAME,
    /** Checks go for a moment, by their new names. */
    CHECK_AWAY,
    TABLE,
    COLUMN,
    OLD_TABLE,
    /** After all other columns: one of them may have taken its values over. */
    OLD_COLUMN,
    KEY,
    FOREIGN_KEY,
    NUMBERING,
    COMMENT,
    OLD_TYPE,
    VIEW_BACK
}
