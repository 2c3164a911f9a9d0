package ormlab.schema;

/** One create statement, and the table, sequence or type that it belongs to. */
record SchemaObject(Kind kind, String owner, String statement) {
    enum Kind {
        /** A type of PostgreSQL, or a cast of one. */
        TYPE,
        SEQUENCE,
        TABLE,
        /** An index, a comment or a foreign key of a table. */
        PART
    }
}
