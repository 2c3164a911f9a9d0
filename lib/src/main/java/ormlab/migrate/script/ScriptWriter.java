package ormlab.migrate.script;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ormlab.error.OrmlabException;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.compare.Renames;
import ormlab.migrate.compare.SchemaDiff;
import ormlab.migrate.compare.SchemaDifference;
import ormlab.migrate.internal.catalog.DatabaseSchema;

/** Writes the SQL that turns a database into its model, and the SQL that undoes it. */
public final class ScriptWriter {
    private ScriptWriter() {}

    /**
     * Writes a migration, after trying it out.
     *
     * @param engine plans and tries out scripts for this kind of database
     * @param connection the database that was compared; it is unchanged afterwards
     * @param decisions the same decisions as for the comparison
     * @return the two scripts; the same for the same input
     * @throws SQLException if the database cannot be read
     * @throws Undecided if you must decide something first; nothing is guessed
     * @throws OrmlabException if one of the scripts cannot run
     */
    public static MigrationScript write(
            ScriptEngine engine, Connection connection, SchemaDiff diff, Decisions decisions)
            throws SQLException {
        if (diff.isEmpty()) {
            return new MigrationScript("", "");
        }
        List<Question> questions = new Judgement(connection, diff, decisions, engine).questions();
        if (!questions.isEmpty()) {
            throw new Undecided(questions);
        }
        Trial trial = new Trial(engine, connection);
        List<Step> up = engine.plan(connection, up(diff, decisions));
        Optional<DatabaseSchema> reached =
                trial.run("upgrade", diff.found(), up, diff.model(), name -> false);
        DatabaseSchema upgraded = reached.orElseGet(diff::upgraded);
        Renames back = diff.renames().within(diff.model()).reversed();
        DatabaseSchema renamed = engine.renamed(upgraded, back);
        Map<String, String> conversions =
                new Conversions(connection, diff, decisions, engine).back();
        Fills fills = Fills.ofDowngrade(decisions, back, conversions);
        List<Step> down = engine.plan(connection, down(diff, renamed, back, fills));
        trial.run("downgrade", upgraded, down, diff.found(), name -> true);
        return new MigrationScript(Step.script(up), Step.script(down));
    }

    private static Transition up(SchemaDiff diff, Decisions decisions) {
        return new Transition(
                diff.difference(),
                diff.renamed(),
                diff.model(),
                Fills.ofUpgrade(decisions, diff.found().engine()));
    }

    private static Transition down(
            SchemaDiff diff, DatabaseSchema renamed, Renames back, Fills fills) {
        SchemaDifference difference =
                SchemaDifference.between(renamed, diff.found(), back, name -> true);
        return new Transition(difference, renamed, diff.found(), fills);
    }
}
