package ormlab.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Formula;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;

/** Reads the tables of Hibernate's model into plain values. */
final class ModelReader {
    private final MetadataImplementor metadata;
    private final Dialect dialect;

    ModelReader(MetadataImplementor metadata) {
        this.metadata = metadata;
        this.dialect = metadata.getDatabase().getDialect();
    }

    List<TableInfo> tables() {
        return metadata.collectTableMappings().stream()
                .filter(Table::isPhysicalTable)
                .map(this::table)
                .sorted(Comparator.comparing(TableInfo::name))
                .toList();
    }

    private TableInfo table(Table table) {
        return new TableInfo(
                table.getName(),
                table.getColumns().stream().map(column -> column(column, table)).toList(),
                foreignKeys(table),
                uniques(table),
                indexes(table),
                checks(table),
                Optional.ofNullable(table.getComment()));
    }

    private ColumnInfo column(Column column, Table table) {
        // Not table.isPrimaryKey(column), which says no to each column of a key of several.
        boolean inKey =
                table.getPrimaryKey() != null && table.getPrimaryKey().containsColumn(column);
        return new ColumnInfo(
                column.getName(),
                type(column),
                column.isNullable() && !inKey,
                inKey,
                Optional.ofNullable(column.getDefaultValue()),
                Optional.ofNullable(column.getComment()));
    }

    /** An id that SQLite hands out is an integer, whatever its Java type. */
    private String type(Column column) {
        boolean named = dialect.getIdentityColumnSupport().hasDataTypeInIdentityColumn();
        return column.isIdentity() && !named ? "integer" : column.getSqlType(metadata);
    }

    private static List<ForeignKeyInfo> foreignKeys(Table table) {
        return table.getForeignKeyCollection().stream()
                .filter(key -> key.isCreationEnabled() && key.isPhysicalConstraint())
                .map(ModelReader::foreignKey)
                .sorted(Comparator.comparing(ForeignKeyInfo::name))
                .toList();
    }

    private static ForeignKeyInfo foreignKey(ForeignKey key) {
        Table target = key.getReferencedTable();
        List<Column> referenced =
                key.isReferenceToPrimaryKey()
                        ? target.getPrimaryKey().getColumns()
                        : key.getReferencedColumns();
        return new ForeignKeyInfo(
                key.getName(),
                names(key.getColumns()),
                target.getName(),
                names(referenced),
                key.getOnDeleteAction() == null
                        ? "no action"
                        : key.getOnDeleteAction().toSqlString());
    }

    private static List<KeyInfo> uniques(Table table) {
        return table.getUniqueKeys().values().stream()
                .map(ModelReader::unique)
                .sorted(Comparator.comparing(KeyInfo::name))
                .toList();
    }

    private static KeyInfo unique(UniqueKey key) {
        return new KeyInfo(key.getName(), names(key.getColumns()), true);
    }

    private static List<KeyInfo> indexes(Table table) {
        return table.getIndexes().values().stream()
                .map(ModelReader::index)
                .sorted(Comparator.comparing(KeyInfo::name))
                .toList();
    }

    private static KeyInfo index(Index index) {
        List<String> columns = index.getSelectables().stream().map(ModelReader::text).toList();
        return new KeyInfo(index.getName(), columns, index.isUnique());
    }

    private static String text(Selectable selectable) {
        return selectable instanceof Formula formula
                ? formula.getFormula()
                : ((Column) selectable).getName();
    }

    private static List<CheckInfo> checks(Table table) {
        List<CheckConstraint> checks = new ArrayList<>(table.getChecks());
        table.getColumns().forEach(column -> checks.addAll(column.getCheckConstraints()));
        return checks.stream()
                .map(check -> new CheckInfo(name(check), check.getConstraint()))
                .sorted(Comparator.comparing(CheckInfo::name))
                .toList();
    }

    private static String name(CheckConstraint check) {
        return check.getName() == null ? "" : check.getName();
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::getName).toList();
    }
}
