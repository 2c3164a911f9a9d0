package ormlab.migrate.history;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

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
        String create = HistoryTable.script(setup);
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

    private void row(HistoryEntry entry, String type, @Nullable Integer checksum) {
        text.append(
                """
                insert into %1$s (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                select coalesce(max(installed_rank), 0) + 1, %2$s, %3$s, %4$s, %5$s, %6$s, %7$s from %1$s;

                """
                        .formatted(
                                HistoryTable.NAME,
                                quoted(entry.version().toString()),
                                quoted(entry.description()),
                                quoted(type),
                                quoted(entry.script()),
                                checksum,
                                setup.engine().currentUser() + ", 0, true"));
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
