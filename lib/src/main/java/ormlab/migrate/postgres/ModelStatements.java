package ormlab.migrate.postgres;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ormlab.internal.lexer.SqlTokens;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.migrate.internal.catalog.Sequence;
import ormlab.migrate.internal.sql.IndexParser;
import ormlab.migrate.internal.sql.TableParser;
import ormlab.schema.CheckConstraint;
import ormlab.schema.Column;
import ormlab.schema.Index;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/**
 * A model's statements for PostgreSQL, for their wording: {@code varchar(64)} reads better than
 * {@code character varying(64)}.
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
                    // Comments, foreign keys and types are written from the schema that was read.
                }
            }
        }
    }

    private static TableName nameAfter(String sql, String word) {
        return TableParser.nameAfter(sql, word, PostgresMigrations.ENGINE);
    }

    /** Returns a schema in the model's wording. */
    DatabaseSchema words(DatabaseSchema read) {
        List<Table> worded =
                read.tables().stream()
                        .map(table -> words(table, tables.getOrDefault(table.name(), table)))
                        .toList();
        List<Sequence> counted =
                read.sequences().stream()
                        .map(
                                each ->
                                        new Sequence(
                                                each.name(),
                                                each.start(),
                                                each.increment(),
                                                sequences.getOrDefault(
                                                        each.name(), each.createSql())))
                        .toList();
        return new DatabaseSchema(
                        read.engine(), worded, read.views(), read.triggers(), counted, read.types())
                .withFirstRows(firstRows)
                .withOwnedSequences(read.ownedSequences());
    }

    private Table words(Table table, Table written) {
        List<Column> columns =
                table.columns().stream()
                        .map(each -> written.column(each.name()).map(each::inWordsOf).orElse(each))
                        .toList();
        List<CheckConstraint> checks =
                table.checks().stream().map(check -> words(check, written)).toList();
        List<Index> worded =
                table.indexes().stream()
                        .map(each -> each.inWordsOf(indexes.getOrDefault(each.name(), each)))
                        .toList();
        return table.with(columns, checks, worded).withCreateSql(written.createSql());
    }

    private static CheckConstraint words(CheckConstraint check, Table written) {
        return written.checks().stream()
                .filter(each -> each.name().equals(check.name()))
                .findAny()
                .map(check::inWordsOf)
                .orElse(check);
    }
}
