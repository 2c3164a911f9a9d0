package ormlab.migrate.script;

import java.util.List;
import java.util.Optional;
import ormlab.migrate.found.FoundSchema;
import ormlab.migrate.found.FoundSequence;
import ormlab.migrate.found.FoundTable;
import ormlab.migrate.found.Identifiers;
import ormlab.migrate.found.TableName;

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

    /** A sequence that comes to a table with rows, known by its name: {@code users_id_seq}. */
    static List<Step> behindRows(FoundSequence sequence, FoundSchema before) {
        for (FoundTable table : before.tables()) {
            Optional<String> id = countedColumn(table);
            String name = table.name().name();
            String sequenceName = sequence.name().name();
            boolean counts =
                    table.name().schema().equals(sequence.name().schema())
                            && id.isPresent()
                            && (sequenceName.equals(name + "_seq")
                                    || sequenceName.equals(name + "_" + id.get() + "_seq"));
            if (counts) {
                return List.of(behindRows(sequence, table.name(), id.get()));
            }
        }
        return List.of();
    }

    private static Optional<String> countedColumn(FoundTable table) {
        return table.primaryKey()
                .filter(key -> key.columns().size() == 1)
                .map(key -> key.columns().get(0))
                .filter(
                        column ->
                                List.of("smallint", "integer", "bigint")
                                        .contains(table.column(column).orElseThrow().type()));
    }

    private static Step behindRows(FoundSequence sequence, TableName table, String column) {
        return new Step(
                "New ids begin behind those that are there.",
                "select setval("
                        + Identifiers.string(PostgresSql.quoted(sequence.name()))
                        + ", coalesce((select max("
                        + PostgresSql.quoted(column)
                        + ") from "
                        + PostgresSql.quoted(table)
                        + "), 0) + "
                        + sequence.start()
                        + ", false)");
    }
}
