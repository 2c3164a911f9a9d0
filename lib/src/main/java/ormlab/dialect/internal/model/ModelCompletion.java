package ormlab.dialect.internal.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.boot.ResourceStreamLocator;
import org.hibernate.boot.spi.AdditionalMappingContributions;
import org.hibernate.boot.spi.AdditionalMappingContributor;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.DenormalizedTable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import ormlab.naming.ConstraintNames;

/**
 * Completes a model once it is bound: orders columns as declared, names each constraint, and adds
 * check constraints for what SQLite does not enforce.
 *
 * <p>All of this goes into Hibernate's own model, so DDL, error messages and migrations see the
 * same. Hibernate finds this class through {@code META-INF/services}.
 */
public final class ModelCompletion implements AdditionalMappingContributor {
    /** Called by Hibernate. */
    public ModelCompletion() {}

    @Override
    public String getContributorName() {
        return "ormlab";
    }

    @Override
    public void contribute(
            AdditionalMappingContributions contributions,
            InFlightMetadataCollector metadata,
            ResourceStreamLocator resources,
            MetadataBuildingContext context) {
        Dialect dialect = metadata.getDatabase().getDialect();
        if (!(dialect instanceof ModelAwareDialect learner)) {
            return;
        }
        DeclaredOrder.applyTo(metadata);
        Set<Column> withOwnType = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Table table : metadata.collectTableMappings()) {
            // Hibernate sets the type of the other columns only later.
            table.getColumns().stream()
                    .filter(column -> column.getSqlType() != null)
                    .forEach(withOwnType::add);
            // An id whose SQL type the model specifies, such as serial, generates its own values.
            withOwnType.forEach(column -> column.setIdentity(false));
            ReferencedColumns.makeUnique(table);
            IndexColumns.check(table);
        }
        for (Table table : metadata.collectTableMappings()) {
            nameUniques(table);
            nameChecks(table);
            learner.complete(table, metadata, withOwnType);
        }
        learner.learn(ModelFacts.of(metadata));
    }

    /** Hibernate creates the key of a {@code unique = true} column only while it writes DDL. */
    private static void nameUniques(Table table) {
        for (Column column : table.getColumns()) {
            if (column.isUnique() && !table.isPrimaryKey(column) && !hasKey(table, column)) {
                String name = ConstraintNames.unique(table.getName(), List.of(column.getName()));
                if (column.getUniqueKeyName() == null) {
                    column.setUniqueKeyName(name);
                }
                // With a table for each class, tables share the column but not the constraint's
                // name, which PostgreSQL accepts only once.
                boolean shared = table instanceof DenormalizedTable;
                table.getOrCreateUniqueKey(shared ? name : column.getUniqueKeyName())
                        .addColumn(column);
            }
        }
    }

    private static boolean hasKey(Table table, Column column) {
        Collection<UniqueKey> keys = table.getUniqueKeys().values();
        return keys.stream().anyMatch(key -> key.getColumns().equals(List.of(column)));
    }

    private static void nameChecks(Table table) {
        Set<String> taken = new HashSet<>();
        for (Column column : table.getColumns()) {
            name(column.getCheckConstraints(), table, Optional.of(column.getName()), taken);
        }
        name(table.getChecks(), table, Optional.empty(), taken);
    }

    private static void name(
            List<CheckConstraint> checks, Table table, Optional<String> column, Set<String> taken) {
        for (CheckConstraint check : checks) {
            for (int number = 1; !check.isNamed() || check.getName().isBlank(); number++) {
                List<String> about = new ArrayList<>();
                column.ifPresent(about::add);
                if (number > 1) {
                    about.add(Integer.toString(number));
                }
                String name = ConstraintNames.check(table.getName(), about);
                if (taken.add(name)) {
                    check.setName(name);
                }
            }
        }
    }
}
