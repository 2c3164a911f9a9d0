package ormlab.schema;

/** One create statement, and the table or sequence without which it makes no sense. */
record SchemaObject(Kind kind, String owner, String statement) {
    enum Kind {
        SEQUENCE,
        TABLE,
        /** An index, a comment or a foreign key of a table. */
        PART
    }
}
