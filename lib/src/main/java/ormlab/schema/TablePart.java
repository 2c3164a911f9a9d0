package ormlab.schema;

/** A key, a foreign key, a check or an index of a table. */
public sealed interface TablePart permits CheckConstraint, ForeignKey, Index, Key {
    /** Returns the name; empty if there is none. */
    String name();
}
