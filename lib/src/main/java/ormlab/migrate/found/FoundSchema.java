package ormlab.migrate.found;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import ormlab.config.DatabaseUrl;

/**
 * Is everything that stands in a database, or would stand there if a model were created.
 *
 * <p>Immutable; a name is looked up as the database would: in any case on SQLite, exactly on
 * PostgreSQL.
 */
public final class FoundSchema {
    private final DatabaseUrl.Kind kind;
    private final Map<String, FoundTable> tables = new LinkedHashMap<>();
    private final List<FoundView> views;
    private final List<FoundTrigger> triggers;
    private final List<FoundSequence> sequences;
    private final List<FoundType> types;
    private final Map<String, List<String>> firstRows = new LinkedHashMap<>();
    private final List<FoundNumbering> numberings = new ArrayList<>();
    private final List<String> virtualTables = new ArrayList<>();

    /**
     * Puts a schema together.
     *
     * @param kind which database it is; not null
     * @param tables the tables in the order in which they were made; not null
     * @param views the views in the order in which they were made; not null
     * @param triggers the triggers of tables and views; not null
     * @param sequences the sequences that belong to no column; not null
     * @param types the types that were made; not null
     */
    public FoundSchema(
            DatabaseUrl.Kind kind,
            Collection<FoundTable> tables,
            List<FoundView> views,
            List<FoundTrigger> triggers,
            List<FoundSequence> sequences,
            List<FoundType> types) {
        this.kind = kind;
        tables.forEach(table -> this.tables.put(key(table.name()), table));
        this.views = List.copyOf(views);
        this.triggers = List.copyOf(triggers);
        this.sequences = List.copyOf(sequences);
        this.types = List.copyOf(types);
    }

    private String key(TableName name) {
        return key(name.toString());
    }

    /**
     * Gives the form by which a name is compared.
     *
     * @param name a name without quotes; not null
     * @return the name, in small letters on SQLite
     */
    public String key(String name) {
        return sqlite() ? name.toLowerCase(Locale.ROOT) : name;
    }

    /** Returns which database it is. */
    public DatabaseUrl.Kind kind() {
        return kind;
    }

    /** Tells whether it is SQLite, or else PostgreSQL. */
    public boolean sqlite() {
        return kind == DatabaseUrl.Kind.SQLITE;
    }

    /** Returns the tables in the order in which they were made. */
    public List<FoundTable> tables() {
        return List.copyOf(tables.values());
    }

    /**
     * Finds a table.
     *
     * @param name its name; not null
     * @return the table, or empty
     */
    public Optional<FoundTable> table(TableName name) {
        return Optional.ofNullable(tables.get(key(name)));
    }

    /** Returns the views in the order in which they were made. */
    public List<FoundView> views() {
        return views;
    }

    /** Returns the triggers of tables and views. */
    public List<FoundTrigger> triggers() {
        return triggers;
    }

    /** Returns the sequences that belong to no column. */
    public List<FoundSequence> sequences() {
        return sequences;
    }

    /** Returns the types that were made. */
    public List<FoundType> types() {
        return types;
    }

    /**
     * Leaves out the tables, sequences and types that a rule does not want.
     *
     * @param wanted the rule; not null
     * @return what is left, with all views and triggers
     */
    public FoundSchema only(Predicate<TableName> wanted) {
        FoundSchema left =
                new FoundSchema(
                        kind,
                        tables.values().stream()
                                .filter(table -> wanted.test(table.name()))
                                .toList(),
                        views,
                        triggers,
                        sequences.stream().filter(each -> wanted.test(each.name())).toList(),
                        types.stream().filter(each -> wanted.test(each.name())).toList());
        left.firstRows.putAll(firstRows);
        left.numberings.addAll(numberings);
        left.virtualTables.addAll(virtualTables);
        return left;
    }

    /**
     * Adds the rows with which a new table begins.
     *
     * @param table the table; not null
     * @param insert the statement that inserts them; not null
     */
    void addFirstRows(TableName table, String insert) {
        firstRows.computeIfAbsent(key(table), none -> new ArrayList<>()).add(insert);
    }

    /**
     * Returns the statements that insert the rows with which a table begins.
     *
     * @param table the table; not null
     * @return the statements; empty for almost all tables
     */
    public List<String> firstRows(TableName table) {
        return firstRows.getOrDefault(key(table), List.of());
    }

    /**
     * Gives the same schema with other tables.
     *
     * @param others the tables; not null
     * @return the schema
     */
    public FoundSchema withTables(List<FoundTable> others) {
        FoundSchema changed = new FoundSchema(kind, others, views, triggers, sequences, types);
        changed.firstRows.putAll(firstRows);
        changed.numberings.addAll(numberings);
        changed.virtualTables.addAll(virtualTables);
        return changed;
    }

    void addNumbering(FoundNumbering numbering) {
        numberings.add(numbering);
    }

    /** Returns the sequences that belong to columns, by the names that their tables had. */
    public List<FoundNumbering> numberings() {
        return List.copyOf(numberings);
    }

    /**
     * Gives the same schema with other sequences behind its columns.
     *
     * @param others the sequences; not null
     * @return the schema
     */
    public FoundSchema withNumberings(List<FoundNumbering> others) {
        FoundSchema changed = withTables(tables());
        changed.numberings.clear();
        changed.numberings.addAll(others);
        return changed;
    }

    void addVirtualTable(String sql) {
        virtualTables.add(sql);
    }

    /**
     * The statements of SQLite's virtual tables: no model has one, but triggers may speak of it.
     */
    List<String> virtualTables() {
        return virtualTables;
    }
}
