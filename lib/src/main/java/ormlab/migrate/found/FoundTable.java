package ormlab.migrate.found;

import java.util.List;
import java.util.Optional;

/**
 * Is a table that stands in a database, or would stand there if a model were created.
 *
 * @param name its name; not null
 * @param columns its columns in order; not null
 * @param primaryKey its primary key; not null
 * @param uniques its unique constraints; not null
 * @param references its foreign keys; not null
 * @param checks its check constraints; not null
 * @param indexes its indexes; not null
 * @param options what stands after the columns, such as {@code without rowid}; may be empty
 * @param comment what is said about it; not null
 * @param createSql the statement that makes it; empty where the database keeps none
 */
public record FoundTable(
        TableName name,
        List<FoundColumn> columns,
        Optional<FoundKey> primaryKey,
        List<FoundKey> uniques,
        List<FoundReference> references,
        List<FoundCheck> checks,
        List<FoundIndex> indexes,
        String options,
        Optional<String> comment,
        String createSql) {
    /** Keeps copies that nobody can change. */
    public FoundTable {
        columns = List.copyOf(columns);
        uniques = List.copyOf(uniques);
        references = List.copyOf(references);
        checks = List.copyOf(checks);
        indexes = List.copyOf(indexes);
    }

    /**
     * Finds a column.
     *
     * @param name its name, in any case; not null
     * @return the column, or empty
     */
    public Optional<FoundColumn> column(String name) {
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
    public FoundTable with(List<FoundIndex> others) {
        return new FoundTable(
                name,
                columns,
                primaryKey,
                uniques,
                references,
                checks,
                others,
                options,
                comment,
                createSql);
    }

    FoundTable withReferences(List<FoundReference> others) {
        return new FoundTable(
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

    /**
     * Writes the statement that makes the same table under another name, on SQLite.
     *
     * @param other the other name; not null
     * @return the statement; never null
     */
    public String createSqlAs(String other) {
        return TableParser.renamed(createSql, other);
    }

    FoundTable with(
            List<FoundColumn> otherColumns,
            List<FoundCheck> otherChecks,
            List<FoundIndex> otherIndexes) {
        return new FoundTable(
                name,
                otherColumns,
                primaryKey,
                uniques,
                references,
                otherChecks,
                otherIndexes,
                options,
                comment,
                createSql);
    }

    FoundTable withCreateSql(String sql) {
        return new FoundTable(
                name,
                columns,
                primaryKey,
                uniques,
                references,
                checks,
                indexes,
                options,
                comment,
                sql);
    }
}
