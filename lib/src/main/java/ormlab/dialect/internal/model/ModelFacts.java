package ormlab.dialect.internal.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;

/** The tables of the model by name; immutable and safe for use by several threads. */
public final class ModelFacts {
    /** No table at all. */
    public static final ModelFacts NONE = new ModelFacts(Map.of(), Map.of());

    private final Map<String, TableFacts> tables;

    /** The table of each class, by the class's name. */
    private final Map<String, String> tablesOfClasses;

    private ModelFacts(Map<String, TableFacts> tables, Map<String, String> tablesOfClasses) {
        this.tables = tables;
        this.tablesOfClasses = tablesOfClasses;
    }

    /** Returns the facts about a mapped model. */
    public static ModelFacts of(Metadata metadata) {
        Map<String, TableFacts> tables = new HashMap<>();
        for (Table table : metadata.collectTableMappings()) {
            tables.put(key(table.getName()), facts(table, metadata));
        }
        Map<String, String> classes = new HashMap<>();
        for (PersistentClass entity : metadata.getEntityBindings()) {
            classes.put(key(entity.getJpaEntityName()), entity.getTable().getName());
        }
        return new ModelFacts(Map.copyOf(tables), Map.copyOf(classes));
    }

    /** Returns the table of that name, in any case. */
    public Optional<TableFacts> table(String name) {
        return Optional.ofNullable(tables.get(key(name)));
    }

    /** Returns the table of the class of that name, in any case. */
    public Optional<String> tableOfClass(String name) {
        return Optional.ofNullable(tablesOfClasses.get(key(name)));
    }

    /** Returns all tables. */
    public Collection<TableFacts> all() {
        return tables.values();
    }

    /** Returns the table that has a check of that name. */
    public Optional<TableFacts> tableOfCheck(String checkName) {
        return tables.values().stream()
                .filter(table -> table.checks().stream().anyMatch(c -> c.name().equals(checkName)))
                .findFirst();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static TableFacts facts(Table table, Metadata metadata) {
        return new TableFacts(
                table.getName(),
                names(table.getColumns()),
                uniques(table),
                references(table),
                checks(table),
                lengths(table, metadata));
    }

    private static List<TableFacts.Unique> uniques(Table table) {
        List<TableFacts.Unique> uniques = new ArrayList<>();
        for (UniqueKey key : table.getUniqueKeys().values()) {
            uniques.add(new TableFacts.Unique(key.getName(), Set.copyOf(names(key.getColumns()))));
        }
        return List.copyOf(uniques);
    }

    private static List<TableFacts.Reference> references(Table table) {
        List<TableFacts.Reference> references = new ArrayList<>();
        for (ForeignKey key : table.getForeignKeyCollection()) {
            if (key.isCreationEnabled() && key.isPhysicalConstraint()) {
                OnDeleteAction action = key.getOnDeleteAction();
                references.add(
                        new TableFacts.Reference(
                                key.getName(),
                                names(key.getColumns()),
                                key.getReferencedTable().getName(),
                                action == OnDeleteAction.CASCADE
                                        || action == OnDeleteAction.SET_NULL));
            }
        }
        return List.copyOf(references);
    }

    private static List<TableFacts.Check> checks(Table table) {
        List<TableFacts.Check> checks = new ArrayList<>();
        for (Column column : table.getColumns()) {
            column.getCheckConstraints().stream()
                    .filter(check -> check.isNamed())
                    .forEach(c -> checks.add(new TableFacts.Check(c.getName(), column.getName())));
        }
        table.getChecks().stream()
                .filter(check -> check.isNamed())
                .forEach(c -> checks.add(new TableFacts.Check(c.getName(), "")));
        return List.copyOf(checks);
    }

    private static Map<String, Integer> lengths(Table table, Metadata metadata) {
        Map<String, Integer> lengths = new LinkedHashMap<>();
        for (Column column : table.getColumns()) {
            TextLength.of(column, metadata).ifPresent(n -> lengths.put(column.getName(), n));
        }
        return lengths;
    }

    private static List<String> names(Collection<Column> columns) {
        return List.copyOf(new LinkedHashSet<>(columns.stream().map(Column::getName).toList()));
    }
}
