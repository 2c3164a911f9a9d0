package ormlab.migrate.sql;

import java.util.List;
import java.util.stream.Collectors;
import ormlab.dialect.Engine;
import ormlab.schema.Index;
import ormlab.schema.TableName;

/** Writes names as SQL, with quotes only where the database needs them. */
public final class Identifiers {
    private static final Engine SQLITE = Engine.of("jdbc:sqlite:");
    private static final Engine POSTGRES = Engine.of("jdbc:postgresql:");

    private Identifiers() {}

    /**
     * Writes one name.
     *
     * @param name the name without quotes; not null
     * @param sqlite whether SQLite reads it, or else PostgreSQL
     * @return the name, in quotes if it needs them; never null
     */
    public static String quoted(String name, boolean sqlite) {
        return (sqlite ? SQLITE : POSTGRES).quoted(name);
    }

    /**
     * Writes the name of a table.
     *
     * @param name the name; not null
     * @param sqlite whether SQLite reads it, or else PostgreSQL
     * @return the name with its schema, each in quotes if it needs them; never null
     */
    public static String quoted(TableName name, boolean sqlite) {
        return name.schema().isEmpty()
                ? quoted(name.name(), sqlite)
                : quoted(name.schema(), sqlite) + '.' + quoted(name.name(), sqlite);
    }

    /**
     * Writes several names with commas between.
     *
     * @param names the names without quotes; not null
     * @param sqlite whether SQLite reads it, or else PostgreSQL
     * @return {@code a, b}; never null
     */
    public static String list(List<String> names, boolean sqlite) {
        return names.stream().map(name -> quoted(name, sqlite)).collect(Collectors.joining(", "));
    }

    /**
     * Writes a text as a SQL string.
     *
     * @param text the text; not null
     * @return the text between apostrophes; never null
     */
    public static String string(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    /**
     * Writes the statement that makes an index.
     *
     * @param index the index; not null
     * @param table the table it belongs to; not null
     * @param sqlite whether SQLite reads it, or else PostgreSQL
     * @return the statement; never null
     */
    public static String createIndex(Index index, TableName table, boolean sqlite) {
        return "create "
                + (index.unique() ? "unique " : "")
                + "index "
                + quoted(index.name(), sqlite)
                + " on "
                + quoted(table, sqlite)
                + ' '
                + index.definition();
    }
}
