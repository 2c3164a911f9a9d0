package ormlab.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A table in a database, or one that a model would create there.
 *
 * @param options what follows the columns, such as {@code without rowid}; may be empty
 * @param createSql the statement that creates it; empty if the database does not keep it
 */
public record Table(
        TableName name,
        List<Column> columns,
        Optional<Key> primaryKey,
        List<Key> uniques,
        List<ForeignKey> foreignKeys,
        List<CheckConstraint> checks,
        List<Index> indexes,
        String options,
        Optional<String> comment,
        String createSql) {
    /** Copies the lists. */
    public Table {
        columns = List.copyOf(columns);
        uniques = List.copyOf(uniques);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
        indexes = List.copyOf(indexes);
    }

    /** Returns the names of the columns in order. */
    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /**
     * Returns the column with that name, otherwise one whose name differs only in case, or empty.
     */
    public Optional<Column> column(String name) {
        return column(each -> each.equals(name)).or(() -> column(name::equalsIgnoreCase));
    }

    private Optional<Column> column(Predicate<String> name) {
        return columns.stream().filter(each -> name.test(each.name())).findFirst();
    }

    /** Returns whether the column with that name, ignoring case, belongs to the primary key. */
    public boolean inPrimaryKey(String column) {
        return primaryKey.isPresent()
                && primaryKey.get().columns().stream().anyMatch(column::equalsIgnoreCase);
    }

    /** Returns the same table with other indexes. */
    public Table with(List<Index> others) {
        return with(columns, foreignKeys, checks, others, createSql);
    }

    /** Returns the same table with other foreign keys. */
    public Table withForeignKeys(List<ForeignKey> others) {
        return with(columns, others, checks, indexes, createSql);
    }

    /** Returns the same table with other columns, checks and indexes. */
    public Table with(
            List<Column> otherColumns,
            List<CheckConstraint> otherChecks,
            List<Index> otherIndexes) {
        return with(otherColumns, foreignKeys, otherChecks, otherIndexes, createSql);
    }

    /** Returns the same table with another create statement. */
    public Table withCreateSql(String sql) {
        return with(columns, foreignKeys, checks, indexes, sql);
    }

    private Table with(
            List<Column> someColumns,
            List<ForeignKey> someForeignKeys,
            List<CheckConstraint> someChecks,
            List<Index> someIndexes,
            String sql) {
        return new Table(
                name,
                someColumns,
                primaryKey,
                uniques,
                someForeignKeys,
                someChecks,
                someIndexes,
                options,
                comment,
                sql);
    }
}
