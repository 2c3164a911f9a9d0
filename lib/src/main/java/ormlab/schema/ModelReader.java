package ormlab.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Selectable;
import org.jspecify.annotations.Nullable;
import ormlab.schema.Column.Generated;
import ormlab.schema.Column.Identity;

/**
 * Reads the tables of Hibernate's model.
 *
 * <p>Types and expressions are as the model states them; only a database knows their canonical
 * form.
 */
public final class ModelReader {
    private final Metadata metadata;
    private final Dialect dialect;

    private ModelReader(Metadata metadata) {
        this.metadata = metadata;
        this.dialect = metadata.getDatabase().getDialect();
    }

    /** Returns the tables of a model and the parts of each, ordered by name. */
    public static List<Table> tables(Metadata metadata) {
        ModelReader reader = new ModelReader(metadata);
        return sorted(
                metadata.collectTableMappings().stream()
                        .filter(org.hibernate.mapping.Table::isPhysicalTable)
                        .map(reader::table),
                Table::name);
    }

    private Table table(org.hibernate.mapping.Table table) {
        return new Table(
                new TableName(text(table.getSchema()), table.getName()),
                table.getColumns().stream().map(column -> column(column, table)).toList(),
                Optional.ofNullable(table.getPrimaryKey())
                        .map(key -> key("", "primary key", key.getColumns())),
                sorted(
                        table.getUniqueKeys().values().stream()
                                .map(key -> key(key.getName(), "unique", key.getColumns())),
                        Key::name),
                sorted(
                        table.getForeignKeyCollection().stream()
                                .filter(key -> key.isCreationEnabled())
                                .filter(key -> key.isPhysicalConstraint())
                                .map(ModelReader::foreignKey),
                        ForeignKey::name),
                checks(table),
                sorted(table.getIndexes().values().stream().map(ModelReader::index), Index::name),
                "",
                Optional.ofNullable(table.getComment()),
                "");
    }

    private Column column(org.hibernate.mapping.Column column, org.hibernate.mapping.Table table) {
        // table.isPrimaryKey(column) would be false for each column of a composite key.
        boolean inKey =
                table.getPrimaryKey() != null && table.getPrimaryKey().containsColumn(column);
        boolean typed = dialect.getIdentityColumnSupport().hasDataTypeInIdentityColumn();
        // An id that SQLite generates is an integer, whatever its Java type.
        String type = column.isIdentity() && !typed ? "integer" : text(column.getSqlType(metadata));
        return new Column(
                column.getName(),
                type,
                type,
                column.isNullable() && !inKey,
                Optional.ofNullable(column.getDefaultValue()).map(ModelReader::fragment),
                Optional.ofNullable(column.getGeneratedAs())
                        .map(expression -> new Generated(fragment(expression), true)),
                column.isIdentity() && typed ? Identity.BY_DEFAULT : Identity.NONE,
                Optional.ofNullable(column.getCollation()),
                Optional.ofNullable(column.getComment()));
    }

    private static Key key(
            @Nullable String name, String kind, List<org.hibernate.mapping.Column> columns) {
        List<String> names = names(columns);
        return new Key(text(name), names, fragment(kind + list(names)));
    }

    private static ForeignKey foreignKey(org.hibernate.mapping.ForeignKey key) {
        org.hibernate.mapping.Table target = key.getReferencedTable();
        return new ForeignKey(
                text(key.getName()),
                names(key.getColumns()),
                new TableName(text(target.getSchema()), target.getName()),
                names(
                        key.isReferenceToPrimaryKey()
                                ? target.getPrimaryKey().getColumns()
                                : key.getReferencedColumns()),
                key.getOnDeleteAction() == null
                        ? ForeignKey.NO_ACTION
                        : key.getOnDeleteAction().toSqlString(),
                ForeignKey.NO_ACTION,
                "");
    }

    private static List<CheckConstraint> checks(org.hibernate.mapping.Table table) {
        List<org.hibernate.mapping.CheckConstraint> checks = new ArrayList<>(table.getChecks());
        table.getColumns().forEach(column -> checks.addAll(column.getCheckConstraints()));
        return sorted(
                checks.stream()
                        .map(
                                check ->
                                        new CheckConstraint(
                                                text(check.getName()),
                                                fragment(check.getConstraint()),
                                                words(check.getConstraint()))),
                CheckConstraint::name);
    }

    private static Index index(org.hibernate.mapping.Index index) {
        List<String> columns = index.getSelectables().stream().map(Selectable::getText).toList();
        String list = list(columns);
        return new Index(
                text(index.getName()), index.isUnique(), columns, fragment(list), words(list));
    }

    private static Set<String> words(String sql) {
        return Stream.of(sql.toLowerCase(Locale.ROOT).split("(?U)\\W+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static SqlFragment fragment(String sql) {
        return new SqlFragment(sql, sql);
    }

    private static String list(List<String> columns) {
        return " (" + String.join(", ", columns) + ')';
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static List<String> names(List<org.hibernate.mapping.Column> columns) {
        return columns.stream().map(org.hibernate.mapping.Column::getName).distinct().toList();
    }

    private static <T, K extends Comparable<? super K>> List<T> sorted(
            Stream<T> parts, Function<T, K> order) {
        return parts.sorted(Comparator.comparing(order)).toList();
    }
}
