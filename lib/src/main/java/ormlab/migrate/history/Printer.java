package ormlab.migrate.history;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.FlywayExecutor;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** Prints runs as one transaction that leaves Flyway's history as a run would. */
final class Printer {
    private final FlywaySetup setup;
    private final StringBuilder text = new StringBuilder();
    private final Map<MigrationVersion, Integer> checksums = new TreeMap<>();

    Printer(FlywaySetup setup) {
        this.setup = setup;
        MigrationInfo[] all = new Flyway(setup.up()).info().all();
        Arrays.stream(all)
                .filter(info -> info.isVersioned() && info.getResolvedChecksum() != null)
                .forEach(info -> checksums.put(info.getVersion(), info.getResolvedChecksum()));
    }

    /** Creates Flyway's table as Flyway does, unless it exists. */
    void beginHistory() {
        String create =
                new FlywayExecutor(setup.up())
                        .execute(
                                (resolver, history, database, schema, schemas, events, stop) ->
                                        history.exists()
                                                ? ""
                                                : database.getRawCreateScript(
                                                        schema.getTable(Tables.HISTORY), false),
                                false,
                                null);
        if (!create.isEmpty()) {
            text.append(create.strip()).append("\n\n");
        }
    }

    void up(HistoryEntry entry, String script) {
        text.append(script.strip()).append("\n\n");
        row(entry, setup.isJava(entry.version()) ? "JDBC" : "SQL", checksums.get(entry.version()));
    }

    void down(HistoryEntry entry, String script) {
        text.append(script.strip()).append("\n\n");
        row(entry, "DELETE", null);
    }

    private void row(HistoryEntry entry, String type, Integer checksum) {
        text.append("insert into ")
                .append(Tables.HISTORY)
                .append(
                        " (installed_rank, version, description, type, script, checksum,"
                                + " installed_by, execution_time, success)\n"
                                + "select coalesce(max(installed_rank), 0) + 1, ")
                .append(quoted(entry.version().toString()))
                .append(", ")
                .append(quoted(entry.description()))
                .append(", ")
                .append(quoted(type))
                .append(", ")
                .append(quoted(entry.script()))
                .append(", ")
                .append(checksum)
                .append(", " + setup.engine().currentUser() + ", 0, true")
                .append(" from ")
                .append(Tables.HISTORY)
                .append(";\n\n");
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    String text() {
        if (text.isEmpty()) {
            return "-- Nothing to do.";
        }
        return setup.engine().beginning() + "\n\n" + text.toString().strip() + "\n\ncommit;";
    }
}
