package ormlab.migrate.script;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import ormlab.error.OrmlabException;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.Renames;
import ormlab.migrate.compare.SchemaDifference;
import ormlab.migrate.compare.SchemaEngine;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.schema.TableName;

/** Tries scripts out before they are shown to anyone. */
record Trial(SchemaEngine engine, Connection connection) {
    /**
     * Runs the steps of one direction on a copy of a schema.
     *
     * @param direction {@code upgrade} or {@code downgrade}
     * @param from the schema to copy
     * @param to the schema that the steps must lead to
     * @param removable which additional tables may be left
     * @return the resulting schema; empty if the database's wording varies too much to compare
     */
    Optional<DatabaseSchema> run(
            String direction,
            DatabaseSchema from,
            List<Step> steps,
            DatabaseSchema to,
            Predicate<TableName> removable) {
        Optional<DatabaseSchema> reached;
        try {
            reached = engine.tried(connection, from, steps.stream().map(Step::sql).toList());
        } catch (SQLException refused) {
            throw new OrmlabException(
                    ("The %s cannot run, so it was not written. %s tried it on a copy of the"
                                    + " schema without rows and reported: %s")
                            .formatted(direction, engine.engine().name(), refused.getMessage()),
                    refused);
        }
        List<Change> rest =
                reached.map(schema -> SchemaDifference.between(schema, to, Renames.NONE, removable))
                        .map(SchemaDifference::changes)
                        .orElse(List.of());
        if (!rest.isEmpty()) {
            throw new OrmlabException(
                    "The %s was tried on a copy of the schema and left a difference, so it was not written. Please report this with both models: %s"
                            .formatted(
                                    direction,
                                    rest.stream()
                                            .map(Change::words)
                                            .collect(Collectors.joining("; "))));
        }
        return reached;
    }
}
