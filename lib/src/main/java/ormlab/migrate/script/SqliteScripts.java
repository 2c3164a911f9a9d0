package ormlab.migrate.script;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ormlab.error.OrmlabException;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.compare.Renames;
import ormlab.migrate.compare.Renaming;
import ormlab.migrate.compare.SchemaDiff;
import ormlab.migrate.compare.SchemaDifference;
import ormlab.migrate.engine.DatabaseSchema;
import ormlab.migrate.sqlite.SqliteScratch;
import ormlab.schema.TableName;

/**
 * Writes the scripts for SQLite and tries both on a copy of the schema in memory before anybody
 * sees them.
 */
final class SqliteScripts {
    private static final Pattern FAULT =
            Pattern.compile("error in (view|trigger) (\\S+?)(?: after \\w+)?: ([^)]*)");

    private SqliteScripts() {}

    static MigrationScript write(Connection connection, SchemaDiff diff, Decisions decisions)
            throws SQLException {
        DatabaseSchema found = diff.found();
        List<Step> up =
                SqlitePlan.steps(
                        diff.difference(), diff.renamed(), diff.model(), Fills.of(decisions));
        DatabaseSchema upgraded = after(found, up);
        requireSame(upgraded, diff.model(), name -> false, "upgrade");

        Renames back = diff.renames().reversed();
        DatabaseSchema renamedBack = Renaming.apply(upgraded, back);
        SchemaDifference difference =
                SchemaDifference.between(renamedBack, found, back, name -> true);
        StandIns standIns = new StandIns(connection, renamedBack, found, back, decisions);
        List<Step> down = SqlitePlan.steps(difference, renamedBack, found, standIns);
        standIns.requireFound();
        requireSame(after(upgraded, down), found, name -> true, "downgrade");
        return new MigrationScript(Step.script(up), Step.script(down));
    }

    private static DatabaseSchema after(DatabaseSchema schema, List<Step> steps)
            throws SQLException {
        try (SqliteScratch scratch = SqliteScratch.of(schema)) {
            boolean sound = scratch.faults().isEmpty();
            scratch.runAll(steps.stream().map(Step::sql).toList());
            Optional<String> fault = sound ? scratch.faults() : Optional.empty();
            if (fault.isPresent()) {
                throw broken(fault.get());
            }
            return scratch.read();
        }
    }

    private static OrmlabException broken(String words) {
        Matcher fault = FAULT.matcher(words);
        return new OrmlabException(
                fault.find()
                        ? "After this migration "
                                + fault.group(1)
                                + " '"
                                + fault.group(2)
                                + "' could no longer be read ("
                                + fault.group(3)
                                + "). Drop or change it first."
                        : "After this migration the schema would be broken: " + words);
    }

    private static void requireSame(
            DatabaseSchema reached,
            DatabaseSchema wanted,
            Predicate<TableName> mayGo,
            String what) {
        List<Change> rest =
                SchemaDifference.between(reached, wanted, new Renames(List.of(), List.of()), mayGo)
                        .changes();
        if (!rest.isEmpty()) {
            throw new OrmlabException(
                    "The "
                            + what
                            + " was tried on a copy of the schema and left a difference, so it was"
                            + " not written. Please report this with both models: "
                            + rest.stream().map(Change::words).collect(Collectors.joining("; ")));
        }
    }
}
