package ormlab.migrate.sql;

import java.util.List;
import ormlab.dialect.Engine;
import ormlab.schema.Index;
import ormlab.schema.TableName;

/** Writes names and texts as SQL. */
public final class Identifiers {
    private Identifiers() {}

    private static Engine engine(boolean sqlite) {
        return Engine.of(sqlite ? "jdbc:sqlite:" : "jdbc:postgresql:");
    }

    /** Returns a name as SQL, in quotes if it needs them. */
    public static String quoted(String name, boolean sqlite) {
        return engine(sqlite).quoted(name);
    }

    /** Returns the name of a table as SQL. */
    public static String quoted(TableName name, boolean sqlite) {
        return engine(sqlite).quoted(name);
    }

    /** Returns names as SQL with commas between them. */
    public static String list(List<String> names, boolean sqlite) {
        return engine(sqlite).quoted(names);
    }

    /** Returns a text as a SQL string. */
    public static String string(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    /** Returns the statement that creates an index. */
    public static String createIndex(Index index, TableName table, boolean sqlite) {
        return createIndex(index, table, engine(sqlite));
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
