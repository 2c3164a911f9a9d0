package ormlab.migrate.compare;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ormlab.schema.TableName;

/**
 * Holds what a person decided where a comparison alone cannot know. A value: each method returns a
 * changed copy.
 *
 * <pre>{@code
 * Decisions.none()
 *         .renamedColumn("users", "name", "username")
 *         .fill("users.age", 0)
 *         .dropping("users.bio");
 * }</pre>
 *
 * <p>Names are in any case, and those that things will have; what goes is called what it is.
 */
public final class Decisions {
    private static final Decisions NONE =
            new Decisions(Map.of(), Map.of(), Set.of(), Map.of(), Map.of(), Set.of(), false);

    private final Map<String, String> tables;
    private final Map<String, String> columns;
    private final Set<String> notRenamed;
    private final Map<String, String> fills;
    private final Map<String, String> conversions;
    private final Set<String> dropping;
    private final boolean droppingAnything;

    private Decisions(
            Map<String, String> tables,
            Map<String, String> columns,
            Set<String> notRenamed,
            Map<String, String> fills,
            Map<String, String> conversions,
            Set<String> dropping,
            boolean droppingAnything) {
        this.tables = tables;
        this.columns = columns;
        this.notRenamed = notRenamed;
        this.fills = fills;
        this.conversions = conversions;
        this.dropping = dropping;
        this.droppingAnything = droppingAnything;
    }

    /**
     * Decides nothing yet.
     *
     * @return no decisions
     */
    public static Decisions none() {
        return NONE;
    }

    /**
     * Says that a table is the same under a new name: its rows stay.
     *
     * @param from the name in the database; not null
     * @param to the name in the model; not null
     * @return the changed decisions
     */
    public Decisions renamedTable(String from, String to) {
        return new Decisions(
                with(tables, lower(from), to),
                columns,
                notRenamed,
                fills,
                conversions,
                dropping,
                droppingAnything);
    }

    /**
     * Says that a column is the same under a new name: its values stay.
     *
     * @param table the table; not null
     * @param from the name in the database; not null
     * @param to the name in the model; not null
     * @return the changed decisions
     */
    public Decisions renamedColumn(String table, String from, String to) {
        return new Decisions(
                tables,
                with(columns, lower(table + '.' + from), to),
                notRenamed,
                fills,
                conversions,
                dropping,
                droppingAnything);
    }

    /**
     * Says that what looks like a rename is none: the old one goes, the new one is new.
     *
     * @param names tables and columns, old or new: {@code "people"}, {@code "users.name"}
     * @return the changed decisions
     */
    public Decisions notRenamed(String... names) {
        return new Decisions(
                tables,
                columns,
                with(notRenamed, names),
                fills,
                conversions,
                dropping,
                droppingAnything);
    }

    /**
     * Says which value the rows get that have none, where the column may not be null.
     *
     * <p>For a column that goes, it is the value that rows get on the way back.
     *
     * @param column table and column: {@code "users.age"}
     * @param value a number, a text, a truth value, a date or a time; not null
     * @return the changed decisions
     */
    public Decisions fill(String column, Object value) {
        return fillSql(column, SqlLiteral.of(value));
    }

    /**
     * Says by an expression which value the rows get that have none; for a column that goes, on the
     * way back.
     *
     * @param column table and column: {@code "users.slug"}
     * @param expression SQL over the other columns of the row: {@code "lower(name)"}
     * @return the changed decisions
     */
    public Decisions fillSql(String column, String expression) {
        return new Decisions(
                tables,
                columns,
                notRenamed,
                with(fills, lower(column), expression),
                conversions,
                dropping,
                droppingAnything);
    }

    /**
     * Says how values become values of the column's new type.
     *
     * @param column table and column: {@code "users.age"}
     * @param expression SQL over the columns of the row: {@code "cast(age as integer)"}
     * @return the changed decisions
     */
    public Decisions converting(String column, String expression) {
        return new Decisions(
                tables,
                columns,
                notRenamed,
                fills,
                with(conversions, lower(column), expression),
                dropping,
                droppingAnything);
    }

    /**
     * Consents to losing what these tables and columns hold.
     *
     * @param tablesOrColumns {@code "people"}, {@code "users.bio"}
     * @return the changed decisions
     */
    public Decisions dropping(String... tablesOrColumns) {
        return new Decisions(
                tables,
                columns,
                notRenamed,
                fills,
                conversions,
                with(dropping, tablesOrColumns),
                droppingAnything);
    }

    /**
     * Consents to losing whatever the model no longer has.
     *
     * @return the changed decisions
     */
    public Decisions droppingAnything() {
        return new Decisions(tables, columns, notRenamed, fills, conversions, dropping, true);
    }

    // What was decided -------------------------------------------------------------------------

    /** Gives the renamed tables: the old name in small letters, the new name as written. */
    Map<String, String> renamedTables() {
        return tables;
    }

    /** Gives the renamed columns: table and old name in small letters, the new name as written. */
    Map<String, String> renamedColumns() {
        return columns;
    }

    boolean isNotRenamed(String name) {
        return notRenamed.contains(lower(name));
    }

    /**
     * Finds the value for rows that have none.
     *
     * @param table the table; not null
     * @param column the column; not null
     * @return its SQL, or empty when nothing was decided
     */
    public Optional<String> fillFor(TableName table, String column) {
        return Optional.ofNullable(fills.get(lower(table + "." + column)));
    }

    /**
     * Finds how values become values of a new type.
     *
     * @param table the table; not null
     * @param column the column; not null
     * @return its SQL, or empty when nothing was decided
     */
    public Optional<String> conversionFor(TableName table, String column) {
        return Optional.ofNullable(conversions.get(lower(table + "." + column)));
    }

    /**
     * Tells whether losing something was consented to.
     *
     * @param tableOrColumn {@code people} or {@code users.bio}; not null
     * @return whether it may be lost
     */
    public boolean mayLose(String tableOrColumn) {
        return droppingAnything || dropping.contains(lower(tableOrColumn));
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }

    private static Set<String> with(Set<String> set, String... names) {
        Set<String> more = new LinkedHashSet<>(set);
        for (String name : names) {
            more.add(lower(name));
        }
        return more;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
