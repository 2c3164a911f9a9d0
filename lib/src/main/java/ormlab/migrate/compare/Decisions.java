package ormlab.migrate.compare;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ormlab.schema.TableName;

/**
 * What a person decided where a comparison alone cannot know. A value: each method returns a
 * changed copy.
 *
 * <pre>{@code
 * Decisions.none()
 *         .renamedColumn("users", "name", "username")
 *         .fill("users.age", 0)
 *         .dropping("users.bio");
 * }</pre>
 *
 * <p>Names may be in any case. Use the new name of what is renamed, and the present name of what
 * goes.
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

    /** A column as it is called now, in lower case: either name may contain a dot. */
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

    /** Copies decisions, for a method to add one before it returns the copy. */
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

    /** Returns no decisions, to begin with. */
    public static Decisions none() {
        return NONE;
    }

    /**
     * Declares that a table is the same under a new name: its rows stay.
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
     * Declares that a column is the same under a new name: its values stay.
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
     * Declares that what looks like a rename is not one: the old one goes, the new one is new.
     *
     * @param names tables and columns, old or new: {@code "people"}, {@code "users.name"}
     */
    public Decisions notRenamed(String... names) {
        Decisions more = new Decisions(this);
        addLower(names, more.notRenamed);
        return more;
    }

    /**
     * Names the value for rows that have none, where the column may not be null.
     *
     * <p>For a column that goes, it is the value that rows get in a downgrade, which brings the
     * column back. Without one, the downgrade of a column that may not be null fails while there
     * are rows.
     *
     * @param column table and column: {@code "users.age"}
     * @param value a number, a text, a truth value, a date or a time
     */
    public Decisions fill(String column, Object value) {
        return fillSql(column, SqlLiteral.of(value));
    }

    /**
     * Names the value for rows that have none by an expression; see {@link #fill}.
     *
     * @param column table and column: {@code "users.slug"}
     * @param expression SQL over the other columns of the row: {@code "lower(name)"}
     */
    public Decisions fillSql(String column, String expression) {
        Decisions more = new Decisions(this);
        more.fills.put(lower(column), expression);
        return more;
    }

    /**
     * Names the expression that makes values of the column's new type.
     *
     * @param column table and column: {@code "users.age"}
     * @param expression SQL over the columns of the row: {@code "cast(age as integer)"}
     */
    public Decisions converting(String column, String expression) {
        Decisions more = new Decisions(this);
        more.conversions.put(lower(column), expression);
        return more;
    }

    /**
     * Names the expressions that make values of the column's new type, and of the old one again in
     * a downgrade.
     *
     * <p>Where a check lists the old values, as for an enum, the second expression is found by
     * trying the first one.
     *
     * @param column table and column: {@code "shirts.size"}
     * @param expression SQL over the columns of the row: {@code "case size when 0 then 'S' end"}
     * @param back SQL over the columns of the row, by their old names: {@code "case size when 'S'
     *     then 0 end"}
     * @return the changed decisions
     */
    public Decisions converting(String column, String expression, String back) {
        Decisions more = converting(column, expression);
        more.conversionsBack.put(lower(column), back);
        return more;
    }

    /**
     * Consents to losing what these tables and columns hold.
     *
     * @param tablesOrColumns {@code "people"}, {@code "users.bio"}
     */
    public Decisions dropping(String... tablesOrColumns) {
        Decisions more = new Decisions(this);
        addLower(tablesOrColumns, more.dropping);
        return more;
    }

    /** Consents to losing whatever the model no longer has. */
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

    /** Returns the SQL that makes values of a column's new type, or empty. */
    public Optional<String> conversionFor(TableName table, String column) {
        return Optional.ofNullable(conversions.get(lower(table + "." + column)));
    }

    /** Returns the SQL that makes values of a column's old type in a downgrade, or empty. */
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
