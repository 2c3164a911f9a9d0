package ormlab.migrate.script;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import ormlab.error.OrmlabException;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.compare.Renames;
import ormlab.migrate.compare.Renaming;
import ormlab.migrate.compare.SchemaDiff;
import ormlab.migrate.compare.SchemaDifference;
import ormlab.migrate.engine.DatabaseSchema;
import ormlab.schema.TableName;

/** Writes the SQL that leads a database to its model, and the SQL that leads it back. */
public final class ScriptWriter {
    private ScriptWriter() {}

    /**
     * Writes a migration, after trying it out where the database allows that.
     *
     * @param connection the database that was compared; only read
     * @param decisions the same decisions as for the comparison
     * @return the two scripts; the same for the same input
     * @throws SQLException if the database cannot be read
     * @throws Undecided when something must be decided first; nothing is guessed
     */
    public static MigrationScript write(Connection connection, SchemaDiff diff, Decisions decisions)
            throws SQLException {
        if (diff.isEmpty()) {
            return new MigrationScript("", "");
        }
        ScriptEngine engine = ScriptEngine.of(diff.found());
        List<Question> questions = new Judgement(connection, diff, decisions, engine).questions();
        if (!questions.isEmpty()) {
            throw new Undecided(questions);
        }
        List<Step> up = engine.plan(connection, up(diff, decisions));
        Optional<DatabaseSchema> reached = engine.tried(diff.found(), up);
        requireSame(reached, diff.model(), name -> false, "upgrade");

        DatabaseSchema upgraded = reached.orElseGet(diff::upgraded);
        List<Step> down = engine.plan(connection, down(diff, upgraded, decisions));
        requireSame(engine.tried(upgraded, down), diff.found(), name -> true, "downgrade");
        return new MigrationScript(Step.script(up), Step.script(down));
    }

    private static Transition up(SchemaDiff diff, Decisions decisions) {
        return new Transition(
                diff.difference(), diff.renamed(), diff.model(), Fills.ofUpgrade(decisions));
    }

    private static Transition down(SchemaDiff diff, DatabaseSchema upgraded, Decisions decisions)
            throws SQLException {
        Renames back = diff.renames().reversed();
        DatabaseSchema renamed = Renaming.apply(upgraded, back);
        SchemaDifference difference =
                SchemaDifference.between(renamed, diff.found(), back, name -> true);
        return new Transition(
                difference, renamed, diff.found(), Fills.ofDowngrade(decisions, back));
    }

    private static void requireSame(
            Optional<DatabaseSchema> reached,
            DatabaseSchema wanted,
            Predicate<TableName> mayGo,
            String what) {
        List<Change> rest =
                reached.map(schema -> SchemaDifference.between(schema, wanted, Renames.NONE, mayGo))
                        .map(SchemaDifference::changes)
                        .orElse(List.of());
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
