package ormlab.migrate.postgres.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ormlab.migrate.compare.Sequences;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.migrate.internal.catalog.Sequence;
import ormlab.migrate.internal.sql.Identifiers;
import ormlab.migrate.script.Step;
import ormlab.schema.Column;
import ormlab.schema.Column.Identity;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/** Makes new ids start after the existing ones. */
final class PostgresNumbering {
    private static final List<String> WHOLE_NUMBERS = List.of("smallint", "integer", "bigint");

    private PostgresNumbering() {}

    private static Step setval(String sequence, String next) {
        return new Step(
                "New ids start after the existing ones.",
                "select setval(%s, %s, false)".formatted(sequence, next));
    }

    private static String after(String highest, long step) {
        return "coalesce(%s, 0) + %d".formatted(highest, step);
    }

    private static String max(TableName table, String column) {
        return "(select max(%s) from %s)"
                .formatted(PostgresSql.quoted(column), PostgresSql.quoted(table));
    }

    /** Returns the expression for the sequence of a column. */
    static String sequenceOf(TableName table, String column) {
        return "pg_get_serial_sequence(%s, %s)"
                .formatted(
                        Identifiers.string(PostgresSql.quoted(table)), Identifiers.string(column));
    }

    /**
     * Sets the new sequence of a column.
     *
     * @param sequence the expression for the sequence
     * @param former the query for the next id of the sequence that it replaces
     */
    static Step afterRows(
            String sequence, TableName table, String column, Optional<String> former) {
        String next = after(max(table, column), 1);
        return setval(
                sequence,
                former.map(query -> "greatest(%s, (%s))".formatted(next, query)).orElse(next));
    }

    /**
     * Sets a new sequence for tables with rows. By its name, {@code users_id_seq}, it belongs to
     * one table; with any other name, it counts for every table that has no other sequence.
     */
    static Optional<Step> afterRows(
            Sequence sequence, DatabaseSchema before, DatabaseSchema after) {
        List<Table> counted =
                before.tables().stream()
                        .filter(table -> numberedColumn(table).isPresent())
                        .toList();
        List<Table> named =
                counted.stream().filter(table -> isNamedAfter(sequence, table)).toList();
        boolean usual = after.tables().stream().anyMatch(table -> isNamedAfter(sequence, table));
        List<Table> all =
                usual || !named.isEmpty()
                        ? named
                        : counted.stream().filter(table -> isUncounted(table, after)).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        String highest =
                all.stream()
                        .map(table -> max(table.name(), numberedColumn(table).orElseThrow()))
                        .collect(Collectors.joining(", "));
        return Optional.of(
                setval(
                        Identifiers.string(PostgresSql.quoted(sequence.name())),
                        after(
                                all.size() == 1 ? highest : "greatest(" + highest + ")",
                                sequence.start())));
    }

    static boolean isNamedAfter(Sequence sequence, Table table) {
        List<String> key = numberedColumn(table).stream().toList();
        return Sequences.namesFor(table.name(), key).contains(sequence.name());
    }

    private static boolean isUncounted(Table table, DatabaseSchema after) {
        Optional<Table> then = after.table(table.name());
        return then.isPresent()
                && numberedColumn(then.get())
                        .flatMap(then.get()::column)
                        .map(Column::identity)
                        .filter(Identity.NONE::equals)
                        .isPresent()
                && after.sequences().stream().noneMatch(each -> isNamedAfter(each, then.get()));
    }

    private static Optional<String> numberedColumn(Table table) {
        return table.primaryKey()
                .filter(key -> key.columns().size() == 1)
                .map(key -> key.columns().get(0))
                .filter(name -> WHOLE_NUMBERS.contains(table.column(name).orElseThrow().type()));
    }
}
