package ormlab.migrate.compare;

import java.util.List;
import ormlab.schema.TableName;

/**
 * Is a question: what goes and what comes look alike, so one may be the other under a new name.
 *
 * @param table the table of the two columns; the new table when tables are meant; not null
 * @param ofColumns whether columns are meant, or else tables
 * @param from the old name; not null
 * @param to the new name; not null
 * @param type the type of both columns; empty for tables
 */
public record LikelyRename(
        TableName table, boolean ofColumns, String from, String to, String type) {
    /**
     * Asks.
     *
     * @return one sentence
     */
    public String words() {
        return ofColumns
                ? "Column '%s.%s' goes and '%s.%s' comes, both %s. Is it the same column?"
                        .formatted(table, from, table, to, type)
                : "Table '%s' goes and '%s' comes, with nearly the same columns. Is it the same table?"
                        .formatted(from, to);
    }

    /**
     * Gives the call of {@link Decisions} that says yes.
     *
     * @return Java to copy
     */
    public String yes() {
        return ofColumns
                ? "renamedColumn(\"" + String.join("\", \"", table.toString(), from, to) + "\")"
                : "renamedTable(\"" + from + "\", \"" + to + "\")";
    }

    /**
     * Gives the call of {@link Decisions} that says no.
     *
     * @return Java to copy
     */
    public String no() {
        return "notRenamed(\"" + (ofColumns ? table + "." + from : from) + "\")";
    }

    /**
     * Gives both calls.
     *
     * @return yes, then no
     */
    public List<String> choices() {
        return List.of(yes(), no());
    }
}
