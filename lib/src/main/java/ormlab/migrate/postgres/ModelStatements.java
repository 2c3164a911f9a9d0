package ormlab.migrate.postgres;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.migrate.internal.catalog.Sequence;
import ormlab.migrate.internal.sql.IndexParser;
import ormlab.migrate.internal.sql.SqlTokens;
import ormlab.migrate.internal.sql.TableParser;
import ormlab.schema.CheckConstraint;
import ormlab.schema.Column;
import ormlab.schema.Index;
import ormlab.schema.SqlFragment;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/**
 * Is the statements of a model for PostgreSQL, for their wording: {@code varchar(64)} reads better
 * than {@code character varying(64)}.
 */
public final class ModelStatements {
    private final Map<TableName, Table> tables = new LinkedHashMap<>();
    private final Map<String, Index> indexes = new LinkedHashMap<>();
    private final Map<TableName, String> sequences = new LinkedHashMap<>();
    private final Map<TableName, List<String>> firstRows = new LinkedHashMap<>();

    ModelStatements(List<String> statements) {
        for (String sql : statements) {
            switch (SqlTokens.kind(sql)) {
                case "table" -> {
                    Table table = TableParser.parse(sql, PostgresMigrations.ENGINE);
                    tables.put(table.name(), table);
                }
                case "index" -> {
                    Index index = IndexParser.parse(sql, PostgresMigrations.ENGINE);
                    indexes.put(index.name(), index);
                }
                case "sequence" -> sequences.put(nameAfter(sql, "sequence"), sql);
                case "insert" ->
                        firstRows
                                .computeIfAbsent(nameAfter(sql, "into"), none -> new ArrayList<>())
                                .add(sql);
                default -> {
                    // Comments, foreign keys and types are written from what was read.
                }
            }
        }
    }

    private static TableName nameAfter(String sql, String word) {
        return TableParser.nameAfter(sql, word, PostgresMigrations.ENGINE);
    }

    /** Gives the same schema in the model's words. */
    DatabaseSchema words(DatabaseSchema read) {
        List<Table> worded = new ArrayList<>();
        for (Table table : read.tables()) {
            Table written = tables.get(table.name());
            worded.add(written == null ? table : words(table, written));
        }
        List<Sequence> counted = new ArrayList<>();
        for (Sequence each : read.sequences()) {
            counted.add(
                    new Sequence(
                            each.name(),
                            each.start(),
                            each.increment(),
                            sequences.getOrDefault(each.name(), each.createSql())));
        }
        return new DatabaseSchema(
                        read.engine(), worded, read.views(), read.triggers(), counted, read.types())
                .withFirstRows(firstRows)
                .withOwnedSequences(read.ownedSequences());
    }

    private Table words(Table table, Table written) {
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            columns.add(
                    written.column(column.name())
                            .map(other -> column.inWordsOf(other))
                            .orElse(column));
        }
        List<CheckConstraint> checks = new ArrayList<>();
        for (CheckConstraint check : table.checks()) {
            Optional<CheckConstraint> other =
                    written.checks().stream().filter(c -> c.name().equals(check.name())).findAny();
            checks.add(
                    other.isEmpty()
                            ? check
                            : new CheckConstraint(
                                    check.name(),
                                    new SqlFragment(
                                            other.get().condition().sql(),
                                            check.condition().canonical()),
                                    check.words()));
        }
        List<Index> worded = new ArrayList<>();
        for (Index index : table.indexes()) {
            Index other = indexes.get(index.name());
            worded.add(
                    other == null
                            ? index
                            : new Index(
                                    index.name(),
                                    index.unique(),
                                    other.columns(),
                                    new SqlFragment(
                                            other.definition().sql(),
                                            index.definition().canonical()),
                                    index.words()));
        }
        return table.with(columns, checks, worded).withCreateSql(written.createSql());
    }
}
