package ormlab.migrate.internal.catalog;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import ormlab.dialect.Engine;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/**
 * Everything that a database contains, or would contain if a model were created in it. Immutable.
 *
 * <p>Names are looked up as the database would: ignoring case on SQLite, exactly on PostgreSQL.
 */
public final class DatabaseSchema {
    private final Engine engine;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final List<View> views;
    private final List<Trigger> triggers;
    private final List<Sequence> sequences;
    private final List<UserDefinedType> types;
    private final Extras extras;

    /** Parts that few schemas have. */
    private record Extras(
            List<OwnedSequence> ownedSequences,
            Map<TableName, List<String>> firstRows,
            List<String> virtualTables) {
        static final Extras NONE = new Extras(List.of(), Map.of(), List.of());

        Extras {
            ownedSequences = List.copyOf(ownedSequences);
            firstRows = Map.copyOf(firstRows);
            virtualTables = List.copyOf(virtualTables);
        }
    }

    /**
     * Creates a schema.
     *
     * @param engine the kind of database
     * @param tables the tables, in the order in which they were created
     * @param views the views, in the order in which they were created
     * @param triggers the triggers of tables and views
     * @param sequences the sequences that belong to no column
     * @param types the enumerations and composite types
     */
    public DatabaseSchema(
            Engine engine,
            Collection<Table> tables,
            List<View> views,
            List<Trigger> triggers,
            List<Sequence> sequences,
            List<UserDefinedType> types) {
        this(engine, tables, views, triggers, sequences, types, Extras.NONE);
    }

    private DatabaseSchema(
            Engine engine,
            Collection<Table> tables,
            List<View> views,
            List<Trigger> triggers,
            List<Sequence> sequences,
            List<UserDefinedType> types,
            Extras extras) {
        this.engine = engine;
        tables.forEach(table -> this.tables.put(key(table.name().toString()), table));
        this.views = List.copyOf(views);
        this.triggers = List.copyOf(triggers);
        this.sequences = List.copyOf(sequences);
        this.types = List.copyOf(types);
        this.extras = extras;
    }

    private DatabaseSchema with(Extras others) {
        return new DatabaseSchema(
                engine, tables.values(), views, triggers, sequences, types, others);
    }

    /**
     * Returns a key that is the same for all spellings of a name that the database considers equal.
     */
    public String key(String name) {
        return engine.nameKey(name);
    }

    /** Returns the kind of database. */
    public Engine engine() {
        return engine;
    }

    /** Returns the tables in the order in which they were created. */
    public List<Table> tables() {
        return List.copyOf(tables.values());
    }

    /** Returns the table with a name, or empty. */
    public Optional<Table> table(TableName name) {
        return Optional.ofNullable(tables.get(key(name.toString())));
    }

    /** Returns the views in the order in which they were created. */
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

    /** Returns the enumerations and composite types. */
    public List<UserDefinedType> types() {
        return types;
    }

    /** Returns the sequences that belong to columns, each named after its table's original name. */
    public List<OwnedSequence> ownedSequences() {
        return extras.ownedSequences;
    }

    /** Returns the statements that insert a table's first rows; empty for almost all tables. */
    public List<String> firstRows(TableName table) {
        return extras.firstRows.getOrDefault(table, List.of());
    }

    /**
     * Returns the statements of SQLite's virtual tables. No model has one, but triggers may use it.
     */
    public List<String> virtualTables() {
        return extras.virtualTables;
    }

    /**
     * Returns the same schema with only those tables, sequences and types whose names pass a test.
     */
    public DatabaseSchema only(Predicate<TableName> wanted) {
        return new DatabaseSchema(
                engine,
                tables.values().stream().filter(each -> wanted.test(each.name())).toList(),
                views,
                triggers,
                sequences.stream().filter(each -> wanted.test(each.name())).toList(),
                types.stream().filter(each -> wanted.test(each.name())).toList(),
                extras);
    }

    /** Returns the same schema with other tables. */
    public DatabaseSchema withTables(List<Table> others) {
        return new DatabaseSchema(engine, others, views, triggers, sequences, types, extras);
    }

    /** Returns the same schema with other sequences behind its columns. */
    public DatabaseSchema withOwnedSequences(List<OwnedSequence> others) {
        return with(new Extras(others, extras.firstRows, extras.virtualTables));
    }

    /** Returns the same schema with other first rows, as the statements that insert them. */
    public DatabaseSchema withFirstRows(Map<TableName, List<String>> others) {
        return with(new Extras(extras.ownedSequences, others, extras.virtualTables));
    }

    /** Returns the same schema with other virtual tables, as the statements that create them. */
    public DatabaseSchema withVirtualTables(List<String> others) {
        return with(new Extras(extras.ownedSequences, extras.firstRows, others));
    }
}
