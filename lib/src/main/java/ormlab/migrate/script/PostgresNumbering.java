package ormlab.migrate.script;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ormlab.migrate.compare.Sequences;
import ormlab.migrate.engine.DatabaseSchema;
import ormlab.migrate.engine.Sequence;
import ormlab.migrate.sql.Identifiers;
import ormlab.schema.Column;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/** Lets new numbering begin behind the rows that are there. */
final class PostgresNumbering {
    private PostgresNumbering() {}

    /** The numbering of an identity column that was none before. */
    static Step behindRows(TableName table, String column) {
        String name = PostgresSql.quoted(table);
        String id = PostgresSql.quoted(column);
        return new Step(
                "New ids begin behind those that are there.",
                "select setval(pg_get_serial_sequence("
                        + Identifiers.string(name)
                        + ", "
                        + Identifiers.string(column)
                        + "), coalesce((select max("
                        + id
                        + ") from "
                        + name
                        + "), 0) + 1, false)");
    }

    /**
     * A sequence that comes to tables with rows. By its name, {@code users_id_seq}, it counts for
     * one of them; with any other name, for each of those that nobody else counts for.
     */
    static List<Step> behindRows(Sequence sequence, DatabaseSchema before, DatabaseSchema after) {
        List<Table> counted =
                before.tables().stream().filter(t -> countedColumn(t).isPresent()).toList();
        List<Table> named =
                counted.stream().filter(table -> isCalledAfter(sequence, table)).toList();
        List<Table> all = named;
        if (named.isEmpty() && !isUsualName(sequence, after)) {
            all = counted.stream().filter(table -> nobodyCounts(table, after)).toList();
        }
        return all.isEmpty() ? List.of() : List.of(behindRows(sequence, all));
    }

    private static boolean isCalledAfter(Sequence sequence, Table table) {
        List<String> counted = countedColumn(table).stream().toList();
        return Sequences.calledAfter(table.name(), counted).contains(sequence.name());
    }

    private static boolean isUsualName(Sequence sequence, DatabaseSchema after) {
        return after.tables().stream().anyMatch(table -> isCalledAfter(sequence, table));
    }

    private static boolean nobodyCounts(Table table, DatabaseSchema after) {
        Optional<Table> then = after.table(table.name());
        return then.isPresent()
                && countedColumn(then.get())
                        .flatMap(then.get()::column)
                        .filter(column -> column.identity() == Column.Identity.NONE)
                        .isPresent()
                && after.sequences().stream().noneMatch(each -> isCalledAfter(each, then.get()));
    }

    private static Optional<String> countedColumn(Table table) {
        return table.primaryKey()
                .filter(key -> key.columns().size() == 1)
                .map(key -> key.columns().get(0))
                .filter(
                        column ->
                                List.of("smallint", "integer", "bigint")
                                        .contains(table.column(column).orElseThrow().type()));
    }

    private static Step behindRows(Sequence sequence, List<Table> tables) {
        String highest =
                tables.stream()
                        .map(
                                table ->
                                        "(select max("
                                                + PostgresSql.quoted(
                                                        countedColumn(table).orElseThrow())
                                                + ") from "
                                                + PostgresSql.quoted(table.name())
                                                + ")")
                        .collect(Collectors.joining(", "));
        return new Step(
                "New ids begin behind those that are there.",
                "select setval("
                        + Identifiers.string(PostgresSql.quoted(sequence.name()))
                        + ", coalesce("
                        + (tables.size() == 1 ? highest : "greatest(" + highest + ")")
                        + ", 0) + "
                        + sequence.start()
                        + ", false)");
    }
}
