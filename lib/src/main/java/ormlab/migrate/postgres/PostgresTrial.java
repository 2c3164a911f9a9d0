package ormlab.migrate.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ormlab.dialect.Engine;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.compare.Renames;
import ormlab.migrate.compare.SchemaDifference;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.migrate.internal.catalog.OwnedSequence;
import ormlab.migrate.script.Fills;
import ormlab.migrate.script.ScriptEngine;
import ormlab.migrate.script.Step;
import ormlab.migrate.script.Transition;
import ormlab.schema.TableName;

/** Runs statements on a copy of a schema that no other connection sees. */
final class PostgresTrial {
    private static final Engine ENGINE = PostgresMigrations.ENGINE;

    private PostgresTrial() {}

    static void run(
            ScriptEngine engine,
            Connection connection,
            DatabaseSchema schema,
            List<String> statements)
            throws SQLException {
        Optional<PostgresScratch> copy = copy(engine, connection, schema);
        if (copy.isPresent()) {
            try (PostgresScratch scratch = copy.get()) {
                scratch.runAll(statements);
            }
        }
    }

    /**
     * Returns a copy; empty if the schema contains something that cannot be copied because models
     * do not have it.
     */
    private static Optional<PostgresScratch> copy(
            ScriptEngine engine, Connection connection, DatabaseSchema schema) throws SQLException {
        List<String> statements = new ArrayList<>();
        planned(engine, connection, schema).forEach(step -> statements.add(step.sql()));
        for (OwnedSequence each : schema.ownedSequences()) {
            TableName usual = OwnedSequence.defaultName(each.table(), each.column());
            if (!usual.equals(each.sequence())) {
                String name = ENGINE.quoted(each.sequence().name());
                statements.add("alter sequence " + ENGINE.quoted(usual) + " rename to " + name);
            }
        }
        Set<String> schemas =
                schema.tables().stream()
                        .map(table -> table.name().schema())
                        .collect(Collectors.toSet());
        schema.views().stream()
                .filter(view -> schemas.contains(view.name().schema()))
                .forEach(view -> statements.add(view.sql()));
        try {
            return Optional.of(PostgresScratch.of(connection, statements));
        } catch (SQLException cannotCopy) {
            return Optional.empty();
        }
    }

    private static List<Step> planned(
            ScriptEngine engine, Connection connection, DatabaseSchema schema) throws SQLException {
        DatabaseSchema empty =
                new DatabaseSchema(ENGINE, List.of(), List.of(), List.of(), List.of(), List.of());
        SchemaDifference all = SchemaDifference.between(empty, schema, Renames.NONE, name -> true);
        Transition creation =
                new Transition(all, empty, schema, Fills.ofUpgrade(Decisions.none(), ENGINE));
        return engine.plan(connection, creation);
    }
}
