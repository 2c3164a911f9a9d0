package ormlab.migrate.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import ormlab.config.DatabaseUrl;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/**
 * Is everything that stands in a database, or would stand there if a model were created.
 *
 * <p>Immutable; a name is looked up as the database would: in any case on SQLite, exactly on
 * PostgreSQL.
 */
public final class DatabaseSchema {
    private final DatabaseUrl.Kind kind;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final List<View> views;
    private final List<Trigger> triggers;
    private final List<Sequence> sequences;
    private final List<UserDefinedType> types;
    private final Map<String, List<String>> firstRows = new LinkedHashMap<>();
    private final List<OwnedSequence> ownedSequences = new ArrayList<>();
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
    public DatabaseSchema(
            DatabaseUrl.Kind kind,
            Collection<Table> tables,
            List<View> views,
            List<Trigger> triggers,
            List<Sequence> sequences,
            List<UserDefinedType> types) {
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
    public List<Table> tables() {
        return List.copyOf(tables.values());
    }

    /**
     * Finds a table.
     *
     * @param name its name; not null
     * @return the table, or empty
     */
    public Optional<Table> table(TableName name) {
        return Optional.ofNullable(tables.get(key(name)));
    }

    /** Returns the views in the order in which they were made. */
    public List<View> views() {
        return views;
    }

    /** Returns the triggers of tables and views. */
    public List<Trigger> triggers() {
        return triggers;
    }

    /** Returns the sequences that belong to no column. */
    public List<Sequence> sequences() {
        return sequences;
    }

    /** Returns the types that were made. */
    public List<UserDefinedType> types() {
        return types;
    }

    /**
     * Leaves out the tables, sequences and types that a rule does not want.
     *
     * @param wanted the rule; not null
     * @return what is left, with all views and triggers
     */
    public DatabaseSchema only(Predicate<TableName> wanted) {
        DatabaseSchema left =
                new DatabaseSchema(
                        kind,
                        tables.values().stream()
                                .filter(table -> wanted.test(table.name()))
                                .toList(),
                        views,
                        triggers,
                        sequences.stream().filter(each -> wanted.test(each.name())).toList(),
                        types.stream().filter(each -> wanted.test(each.name())).toList());
        left.firstRows.putAll(firstRows);
        left.ownedSequences.addAll(ownedSequences);
        left.virtualTables.addAll(virtualTables);
        return left;
    }

    /**
     * Adds the rows with which a new table begins.
     *
     * @param table the table; not null
     * @param insert the statement that inserts them; not null
     */
    public void addFirstRows(TableName table, String insert) {
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
    public DatabaseSchema withTables(List<Table> others) {
        DatabaseSchema changed =
                new DatabaseSchema(kind, others, views, triggers, sequences, types);
        changed.firstRows.putAll(firstRows);
        changed.ownedSequences.addAll(ownedSequences);
        changed.virtualTables.addAll(virtualTables);
        return changed;
    }

    public void addOwnedSequence(OwnedSequence sequence) {
        ownedSequences.add(sequence);
    }

    /** Returns the sequences that belong to columns, by the names that their tables had. */
    public List<OwnedSequence> ownedSequences() {
        return List.copyOf(ownedSequences);
    }

    /**
     * Gives the same schema with other sequences behind its columns.
     *
     * @param others the sequences; not null
     * @return the schema
     */
    public DatabaseSchema withOwnedSequences(List<OwnedSequence> others) {
        DatabaseSchema changed = withTables(tables());
        changed.ownedSequences.clear();
        changed.ownedSequences.addAll(others);
        return changed;
    }

    public void addVirtualTable(String sql) {
        virtualTables.add(sql);
    }

    /**
     * The statements of SQLite's virtual tables: no model has one, but triggers may speak of it.
     */
    public List<String> virtualTables() {
        return virtualTables;
    }
}
