package ormlab.migrate.script;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.compare.Renames;
import ormlab.migrate.compare.Renaming;
import ormlab.migrate.compare.SchemaDiff;
import ormlab.migrate.compare.SchemaDifference;
import ormlab.migrate.engine.DatabaseSchema;

/** Writes the SQL that leads a database to its model, and the SQL that leads it back. */
public final class ScriptWriter {
    private ScriptWriter() {}

    /**
     * Writes a migration.
     *
     * @param connection the database that was compared; only read; not null
     * @param diff the difference; not null
     * @param decisions what a person decided, the same as for the comparison; not null
     * @return the two scripts; the same for the same input
     * @throws SQLException if the database cannot be read
     * @throws Undecided when something must be decided first; nothing is guessed
     */
    public static MigrationScript write(Connection connection, SchemaDiff diff, Decisions decisions)
            throws SQLException {
        if (diff.isEmpty()) {
            return new MigrationScript("", "");
        }
        Judgement.of(connection, diff, decisions).requireDecided();
        return diff.found().sqlite()
                ? SqliteScripts.write(connection, diff, decisions)
                : postgres(connection, diff, decisions);
    }

    private static MigrationScript postgres(
            Connection connection, SchemaDiff diff, Decisions decisions) throws SQLException {
        Casts casts = Casts.of(connection);
        List<Step> up =
                PostgresPlan.steps(
                        diff.difference(),
                        diff.renamed(),
                        diff.model(),
                        Fills.of(decisions),
                        casts);
        DatabaseSchema upgraded = diff.upgraded();
        Renames back = diff.renames().reversed();
        DatabaseSchema renamedBack = Renaming.apply(upgraded, back);
        SchemaDifference difference =
                SchemaDifference.between(renamedBack, diff.found(), back, name -> true);
        StandIns standIns = new StandIns(connection, renamedBack, diff.found(), back, decisions);
        List<Step> down =
                PostgresPlan.steps(difference, renamedBack, diff.found(), standIns, casts);
        standIns.requireFound();
        return new MigrationScript(Step.script(up), Step.script(down));
    }
}
