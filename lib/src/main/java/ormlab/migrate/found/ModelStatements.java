package ormlab.migrate.found;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Is the statements of a model for PostgreSQL, for their wording: {@code varchar(64)} reads better
 * than {@code character varying(64)}.
 */
final class ModelStatements {
    private final Map<TableName, FoundTable> tables = new LinkedHashMap<>();
    private final Map<String, FoundIndex> indexes = new LinkedHashMap<>();
    private final Map<TableName, String> sequences = new LinkedHashMap<>();
    private final Map<TableName, List<String>> firstRows = new LinkedHashMap<>();

    ModelStatements(List<String> statements) {
        for (String sql : statements) {
            switch (kind(sql)) {
                case "table" -> {
                    FoundTable table = TableParser.parse(sql, false);
                    tables.put(table.name(), table);
                }
                case "index" -> {
                    FoundIndex index = IndexParser.parse(sql, false);
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
        return TableParser.nameAfter(SqlTokens.of(sql, false), word, false);
    }

    /** The word that says what a statement creates, or its first word. */
    static String kind(String sql) {
        String head = sql.substring(0, Math.min(sql.length(), 60)).strip().toLowerCase(Locale.ROOT);
        String[] words = head.split("\\s+", 4);
        if (words.length < 3 || !words[0].equals("create")) {
            return words[0];
        }
        return words[1].equals("unique") || words[1].startsWith("temp") ? words[2] : words[1];
    }

    /** Gives the same schema in the model's words. */
    FoundSchema words(FoundSchema read) {
        List<FoundTable> worded = new ArrayList<>();
        for (FoundTable table : read.tables()) {
            FoundTable written = tables.get(table.name());
            worded.add(written == null ? table : words(table, written));
        }
        List<FoundSequence> counted = new ArrayList<>();
        for (FoundSequence each : read.sequences()) {
            counted.add(
                    new FoundSequence(
                            each.name(),
                            each.start(),
                            each.increment(),
                            sequences.getOrDefault(each.name(), each.createSql())));
        }
        FoundSchema schema =
                new FoundSchema(
                        read.kind(), worded, read.views(), read.triggers(), counted, read.types());
        firstRows.forEach(
                (table, inserts) -> inserts.forEach(sql -> schema.addFirstRows(table, sql)));
        read.numberings().forEach(schema::addNumbering);
        return schema;
    }

    private FoundTable words(FoundTable table, FoundTable written) {
        List<FoundColumn> columns = new ArrayList<>();
        for (FoundColumn column : table.columns()) {
            columns.add(
                    written.column(column.name())
                            .map(other -> column.inWordsOf(other))
                            .orElse(column));
        }
        List<FoundCheck> checks = new ArrayList<>();
        for (FoundCheck check : table.checks()) {
            Optional<FoundCheck> other =
                    written.checks().stream().filter(c -> c.name().equals(check.name())).findAny();
            checks.add(
                    other.isEmpty()
                            ? check
                            : new FoundCheck(
                                    check.name(),
                                    new SqlText(
                                            other.get().condition().sql(),
                                            check.condition().canonical()),
                                    check.words()));
        }
        List<FoundIndex> worded = new ArrayList<>();
        for (FoundIndex index : table.indexes()) {
            FoundIndex other = indexes.get(index.name());
            worded.add(
                    other == null
                            ? index
                            : new FoundIndex(
                                    index.name(),
                                    index.unique(),
                                    other.columns(),
                                    new SqlText(
                                            other.definition().sql(),
                                            index.definition().canonical()),
                                    index.words()));
        }
        return table.with(columns, checks, worded).withCreateSql(written.createSql());
    }
}
