package ormlab.dialect.internal.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.PersistentClass;
import ormlab.schema.ModelReader;
import ormlab.schema.Table;

/** The tables of the model by name. Immutable and thread-safe. */
public final class ModelFacts {
    /** The facts about a model without tables. */
    public static final ModelFacts NONE = new ModelFacts(Map.of(), Map.of(), Map.of());

    private final Map<String, Table> tables;
    private final Map<String, String> tablesOfClasses;

    /** The column that declares a check, by table and the check's name. */
    private final Map<String, String> checkedColumns;

    private ModelFacts(
            Map<String, Table> tables,
            Map<String, String> tablesOfClasses,
            Map<String, String> checkedColumns) {
        this.tables = Map.copyOf(tables);
        this.tablesOfClasses = Map.copyOf(tablesOfClasses);
        this.checkedColumns = Map.copyOf(checkedColumns);
    }

    /** Returns the facts about a mapped model. */
    public static ModelFacts of(Metadata metadata) {
        Map<String, Table> tables = new HashMap<>();
        ModelReader.tables(metadata).forEach(table -> tables.put(key(table.name().name()), table));
        Map<String, String> classes = new HashMap<>();
        for (PersistentClass entity : metadata.getEntityBindings()) {
            classes.put(key(entity.getJpaEntityName()), entity.getTable().getName());
        }
        Map<String, String> columns = new HashMap<>();
        for (org.hibernate.mapping.Table table : metadata.collectTableMappings()) {
            for (org.hibernate.mapping.Column column : table.getColumns()) {
                column.getCheckConstraints().stream()
                        .filter(check -> check.isNamed())
                        .map(check -> key(table.getName(), check.getName()))
                        .forEach(check -> columns.put(check, column.getName()));
            }
        }
        return new ModelFacts(tables, classes, columns);
    }

    /** Returns the table with that name, ignoring case. */
    public Optional<Table> table(String name) {
        return Optional.ofNullable(tables.get(key(name)));
    }

    /** Returns the name of the table of the class with that name, ignoring case. */
    public Optional<String> tableOfClass(String name) {
        return Optional.ofNullable(tablesOfClasses.get(key(name)));
    }

    /** Returns all tables. */
    public Collection<Table> all() {
        return tables.values();
    }

    /** Returns the table that has a check with that name. */
    public Optional<Table> tableOfCheck(String checkName) {
        return tables.values().stream()
                .filter(table -> table.checks().stream().anyMatch(c -> c.name().equals(checkName)))
                .findFirst();
    }

    /** Returns a list with the column that declares a check; empty if the table declares it. */
    public List<String> checkedColumn(String table, String checkName) {
        return Optional.ofNullable(checkedColumns.get(key(table, checkName))).stream().toList();
    }

    private static String key(String table, String checkName) {
        return key(table) + '.' + checkName;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
