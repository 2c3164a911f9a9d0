package ormlab.schema;

import java.util.List;
import java.util.Optional;

/**
 * Is a table that stands in a database, or would stand there if a model were created.
 *
 * @param name its name; not null
 * @param columns its columns in order; not null
 * @param primaryKey its primary key; not null
 * @param uniques its unique constraints; not null
 * @param foreignKeys its foreign keys; not null
 * @param checks its check constraints; not null
 * @param indexes its indexes; not null
 * @param options what stands after the columns, such as {@code without rowid}; may be empty
 * @param comment what is said about it; not null
 * @param createSql the statement that makes it; empty where the database keeps none
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
    /** Keeps copies that nobody can change. */
    public Table {
        columns = List.copyOf(columns);
        uniques = List.copyOf(uniques);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
        indexes = List.copyOf(indexes);
    }

    /**
     * Finds a column.
     *
     * @param name its name, in any case; not null
     * @return the column, or empty
     */
    public Optional<Column> column(String name) {
        return columns.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .or(
                        () ->
                                columns.stream()
                                        .filter(c -> c.name().equalsIgnoreCase(name))
                                        .findFirst());
    }

    /**
     * Tells whether a column belongs to the primary key.
     *
     * @param column its name; not null
     * @return whether it does
     */
    public boolean inPrimaryKey(String column) {
        return primaryKey.isPresent()
                && primaryKey.get().columns().stream().anyMatch(column::equalsIgnoreCase);
    }

    /**
     * Gives the same table with other indexes.
     *
     * @param others the indexes; not null
     * @return the table
     */
    public Table with(List<Index> others) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniques,
                foreignKeys,
                checks,
                others,
                options,
                comment,
                createSql);
    }

    public Table withForeignKeys(List<ForeignKey> others) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniques,
                others,
                checks,
                indexes,
                options,
                comment,
                createSql);
    }

    public Table with(
            List<Column> otherColumns,
            List<CheckConstraint> otherChecks,
            List<Index> otherIndexes) {
        return new Table(
                name,
                otherColumns,
                primaryKey,
                uniques,
                foreignKeys,
                otherChecks,
                otherIndexes,
                options,
                comment,
                createSql);
    }

    public Table withCreateSql(String sql) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniques,
                foreignKeys,
                checks,
                indexes,
                options,
                comment,
                sql);
    }
}
