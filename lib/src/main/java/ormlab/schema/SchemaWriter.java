package ormlab.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.Exportable;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UserDefinedType;
import org.hibernate.tool.schema.spi.Exporter;
import ormlab.schema.SchemaObject.Kind;

/** Asks the exporters of the dialect for every statement, in one fixed order. */
final class SchemaWriter {
    private final MetadataImplementor metadata;
    private final Dialect dialect;
    private final SqlStringGenerationContext context;

    SchemaWriter(MetadataImplementor metadata) {
        this.metadata = metadata;
        this.dialect = metadata.getDatabase().getDialect();
        this.context =
                SqlStringGenerationContextImpl.fromExplicit(
                        metadata.getDatabase().getJdbcEnvironment(),
                        metadata.getDatabase(),
                        null,
                        null);
    }

    List<SchemaObject> createObjects() {
        List<SchemaObject> objects = new ArrayList<>(types());
        for (Sequence sequence : sequences()) {
            String name = sequence.getName().getObjectName().getText();
            Identifier schema = sequence.getName().getSchemaName();
            String owner = schema == null ? name : schema.getText() + '.' + name;
            add(objects, Kind.SEQUENCE, owner, create(dialect.getSequenceExporter(), sequence));
        }
        List<Table> tables = TableOrder.parentsFirst(tables());
        for (Table table : tables) {
            addTable(objects, table);
        }
        for (Table table : tables) {
            for (Index index : indexes(table)) {
                add(objects, Kind.PART, owner(table), create(dialect.getIndexExporter(), index));
            }
        }
        for (Table table : tables) {
            for (ForeignKey key : foreignKeys(table)) {
                String[] sql = create(dialect.getForeignKeyExporter(), key);
                add(objects, Kind.PART, owner(table), sql);
            }
        }
        return objects;
    }

    /**
     * Types must come before the tables that use them, and their casts directly after the types.
     */
    private List<SchemaObject> types() {
        List<SchemaObject> objects = new ArrayList<>();
        for (AuxiliaryDatabaseObject each : auxiliaryObjects()) {
            add(objects, Kind.TYPE, owner(each), each.sqlCreateStrings(context));
        }
        for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
            for (UserDefinedType type : namespace.getDependencyOrderedUserDefinedTypes()) {
                String[] sql = create(dialect.getUserDefinedTypeExporter(), type);
                add(objects, Kind.TYPE, type.getName(), sql);
            }
        }
        return objects;
    }

    private List<AuxiliaryDatabaseObject> auxiliaryObjects() {
        return metadata.getDatabase().getAuxiliaryDatabaseObjects().stream()
                .filter(each -> each.appliesToDialect(dialect))
                .filter(AuxiliaryDatabaseObject::beforeTablesOnCreation)
                .sorted(Comparator.comparing(AuxiliaryDatabaseObject::getExportIdentifier))
                .toList();
    }

    private static String owner(AuxiliaryDatabaseObject object) {
        String identifier = object.getExportIdentifier();
        return identifier.substring(identifier.lastIndexOf('.') + 1);
    }

    /** The first statement creates the table; comments and first rows follow. */
    private void addTable(List<SchemaObject> objects, Table table) {
        String[] statements = create(dialect.getTableExporter(), table);
        for (int i = 0; i < statements.length; i++) {
            add(objects, i == 0 ? Kind.TABLE : Kind.PART, owner(table), statements[i]);
        }
    }

    private static String owner(Table table) {
        return table.getSchema() == null
                ? table.getName()
                : table.getSchema() + '.' + table.getName();
    }

    private static void add(
            List<SchemaObject> objects, Kind kind, String owner, String... statements) {
        for (String statement : statements) {
            if (statement != null && !statement.isBlank()) {
                objects.add(new SchemaObject(kind, owner, statement));
            }
        }
    }

    List<String> dropStatements() {
        List<String> statements = new ArrayList<>();
        for (Table table : reversed(TableOrder.parentsFirst(tables()))) {
            statements.addAll(drop(dialect.getTableExporter(), table));
        }
        for (Sequence sequence : sequences()) {
            statements.addAll(drop(dialect.getSequenceExporter(), sequence));
        }
        for (AuxiliaryDatabaseObject each : auxiliaryObjects()) {
            statements.addAll(List.of(each.sqlDropStrings(context)));
        }
        for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
            for (UserDefinedType type :
                    reversed(namespace.getDependencyOrderedUserDefinedTypes())) {
                statements.addAll(drop(dialect.getUserDefinedTypeExporter(), type));
            }
        }
        return statements;
    }

    private static <T> List<T> reversed(List<? extends T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    private <T extends Exportable> String[] create(Exporter<T> exporter, T object) {
        return exporter.getSqlCreateStrings(object, metadata, context);
    }

    private <T extends Exportable> List<String> drop(Exporter<T> exporter, T object) {
        return List.of(exporter.getSqlDropStrings(object, metadata, context));
    }

    private List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
            namespace.getTables().stream().filter(Table::isPhysicalTable).forEach(tables::add);
        }
        tables.sort(Comparator.comparing(Table::getName));
        return tables;
    }

    private List<Sequence> sequences() {
        List<Sequence> sequences = new ArrayList<>();
        for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
            namespace.getSequences().forEach(sequences::add);
        }
        sequences.sort(Comparator.comparing(each -> each.getName().render()));
        return sequences;
    }

    private static List<Index> indexes(Table table) {
        return table.getIndexes().values().stream()
                .sorted(Comparator.comparing(Index::getName))
                .toList();
    }

    private static List<ForeignKey> foreignKeys(Table table) {
        return table.getForeignKeyCollection().stream()
                .sorted(Comparator.comparing(ForeignKey::getName))
                .toList();
    }
}
