package ormlab.migrate.internal.sql;

import ormlab.dialect.Engine;
import ormlab.schema.Index;
import ormlab.schema.TableName;

/** Writes names and strings as SQL. */
public final class Identifiers {
    private Identifiers() {}

    /** Returns text as a SQL string. */
    public static String string(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    /** Returns the statement that creates an index. */
    public static String createIndex(Index index, TableName table, Engine engine) {
        String create = index.unique() ? "create unique index " : "create index ";
        return create
                + engine.quoted(index.name())
                + " on "
                + engine.quoted(table)
                + ' '
                + index.definition();
    }
}
