package ormlab.migrate.compare;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ormlab.schema.TableName;

/**
 * Your answers where a comparison alone cannot know. Immutable: each method returns a changed copy.
 *
 * <pre>{@code
 * Decisions.none()
 *         .renamedColumn("users", "name", "username")
 *         .fill("users.age", 0)
 *         .dropping("users.bio");
 * }</pre>
 *
 * <p>The case of names does not matter. For something that you rename, use the new name; for
 * something that you drop, use the current name.
 */
public final class Decisions {
    private static final Decisions NONE = new Decisions();

    private final Map<String, String> tables;
    private final Map<ColumnPath, String> columns;
    private final Set<String> notRenamed;
    private final Map<String, String> fills;
    private final Map<String, String> conversions;
    private final Map<String, String> conversionsBack;
    private final Set<String> dropping;
    private boolean droppingAnything;

    /** A column under its current name, in lower case; both names may contain dots. */
    record ColumnPath(String table, String column) {}

    private Decisions() {
        tables = new LinkedHashMap<>();
        columns = new LinkedHashMap<>();
        notRenamed = new LinkedHashSet<>();
        fills = new LinkedHashMap<>();
        conversions = new LinkedHashMap<>();
        conversionsBack = new LinkedHashMap<>();
        dropping = new LinkedHashSet<>();
    }

    /** Copies decisions, so that a method can add one and return the copy. */
    private Decisions(Decisions from) {
        tables = new LinkedHashMap<>(from.tables);
        columns = new LinkedHashMap<>(from.columns);
        notRenamed = new LinkedHashSet<>(from.notRenamed);
        fills = new LinkedHashMap<>(from.fills);
        conversions = new LinkedHashMap<>(from.conversions);
        conversionsBack = new LinkedHashMap<>(from.conversionsBack);
        dropping = new LinkedHashSet<>(from.dropping);
        droppingAnything = from.droppingAnything;
    }

    /** Returns an empty set of decisions, to start from. */
    public static Decisions none() {
        return NONE;
    }

    /**
     * Declares that a table has a new name, so it keeps its rows.
     *
     * @param from the name in the database
     * @param to the name in the model
     */
    public Decisions renamedTable(String from, String to) {
        Decisions more = new Decisions(this);
        more.tables.put(lower(from), to);
        return more;
    }

    /**
     * Declares that a column has a new name, so it keeps its values.
     *
     * @param from the name in the database
     * @param to the name in the model
     */
    public Decisions renamedColumn(String table, String from, String to) {
        Decisions more = new Decisions(this);
        more.columns.put(new ColumnPath(lower(table), lower(from)), to);
        return more;
    }

    /**
     * Declares that what looks like a rename is not one: the old table or column is dropped, and
     * the new one starts empty.
     *
     * @param names tables and columns, old or new: {@code "people"}, {@code "users.name"}
     */
    public Decisions notRenamed(String... names) {
        Decisions more = new Decisions(this);
        addLower(names, more.notRenamed);
        return more;
    }

    /**
     * Sets the value for rows that have none in a column that may not be null.
     *
     * <p>For a dropped column, it is the value that rows get in a downgrade, which adds the column
     * again. Without it, the downgrade of a column that may not be null fails if there are rows.
     *
     * @param column table and column: {@code "users.age"}
     * @param value a number, a string, a boolean, a date or a time
     */
    public Decisions fill(String column, Object value) {
        return fillSql(column, SqlLiteral.of(value));
    }

    /**
     * Sets the expression for rows that have no value; see {@link #fill}.
     *
     * @param column table and column: {@code "users.slug"}
     * @param expression SQL that may use the other columns of the row: {@code "lower(name)"}
     */
    public Decisions fillSql(String column, String expression) {
        Decisions more = new Decisions(this);
        more.fills.put(lower(column), expression);
        return more;
    }

    /**
     * Sets the expression that converts values to the column's new type.
     *
     * @param column table and column: {@code "users.age"}
     * @param expression SQL that may use the columns of the row: {@code "cast(age as integer)"}
     */
    public Decisions converting(String column, String expression) {
        Decisions more = new Decisions(this);
        more.conversions.put(lower(column), expression);
        return more;
    }

    /**
     * Sets the expressions that convert values to the column's new type, and back to the old type
     * in a downgrade.
     *
     * <p>If a check lists the old values, as for an enum, the second expression can be left out,
     * because it is found by trying the first one.
     *
     * @param column table and column: {@code "shirts.size"}
     * @param expression SQL that may use the columns of the row: {@code "case size when 0 then 'S'
     *     end"}
     * @param back SQL that may use the columns of the row, by their old names: {@code "case size
     *     when 'S' then 0 end"}
     */
    public Decisions converting(String column, String expression, String back) {
        Decisions more = converting(column, expression);
        more.conversionsBack.put(lower(column), back);
        return more;
    }

    /**
     * Consents to losing the contents of these tables and columns.
     *
     * @param tablesOrColumns {@code "people"}, {@code "users.bio"}
     */
    public Decisions dropping(String... tablesOrColumns) {
        Decisions more = new Decisions(this);
        addLower(tablesOrColumns, more.dropping);
        return more;
    }

    /** Consents to losing everything that the model no longer has. */
    public Decisions droppingAnything() {
        Decisions more = new Decisions(this);
        more.droppingAnything = true;
        return more;
    }

    // What was decided -------------------------------------------------------------------------

    /** Returns the renamed tables: the old name in lower case, the new name as written. */
    Map<String, String> renamedTables() {
        return tables;
    }

    /** Returns the renamed columns: table and old name in lower case, the new name as written. */
    Map<ColumnPath, String> renamedColumns() {
        return columns;
    }

    boolean isNotRenamed(String name) {
        return notRenamed.contains(lower(name));
    }

    /** Returns the SQL of the value for rows that have none, or empty. */
    public Optional<String> fillFor(TableName table, String column) {
        return Optional.ofNullable(fills.get(lower(table + "." + column)));
    }

    /** Returns the SQL that converts values to a column's new type, or empty. */
    public Optional<String> conversionFor(TableName table, String column) {
        return Optional.ofNullable(conversions.get(lower(table + "." + column)));
    }

    /** Returns the SQL that converts values to a column's old type in a downgrade, or empty. */
    public Optional<String> conversionBackFor(TableName table, String column) {
        return Optional.ofNullable(conversionsBack.get(lower(table + "." + column)));
    }

    /** Returns whether you agreed to lose {@code people} or {@code users.bio}. */
    public boolean mayLose(String tableOrColumn) {
        return droppingAnything || dropping.contains(lower(tableOrColumn));
    }

    private static void addLower(String[] names, Set<String> to) {
        for (String name : names) {
            to.add(lower(name));
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
