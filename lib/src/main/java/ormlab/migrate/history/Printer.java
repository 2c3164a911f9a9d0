package ormlab.migrate.history;

import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/** Prints runs as one transaction that changes Flyway's history as a real run would. */
final class Printer {
    private final FlywaySetup setup;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, MigrationInfo> files = new HashMap<>();

    Printer(FlywaySetup setup) {
        this.setup = setup;
        for (MigrationInfo info : new Flyway(setup.up()).info().all()) {
            if (info.getResolvedChecksum() != null) {
                files.put(info.getScript(), info);
            }
        }
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
        row(
                entry.version(),
                entry.description(),
                setup.isJava(entry.version()) ? "JDBC" : "SQL",
                entry.script(),
                checksum(entry.script()));
    }

    void repeatable(String script, String sql) {
        text.append(sql.strip()).append("\n\n");
        row(null, files.get(script).getDescription(), "SQL", script, checksum(script));
    }

    void down(HistoryEntry entry, String script) {
        text.append(script.strip()).append("\n\n");
        row(entry.version(), entry.description(), "DELETE", entry.script(), null);
    }

    private @Nullable Integer checksum(String script) {
        MigrationInfo file = files.get(script);
        return file == null ? null : file.getResolvedChecksum();
    }

    private void row(
            @Nullable MigrationVersion version,
            String description,
            String type,
            String script,
            @Nullable Integer checksum) {
        text.append(
                """
                insert into %1$s (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                select coalesce(max(installed_rank), 0) + 1, %2$s, %3$s, %4$s, %5$s, %6$s, %7$s from %1$s;

                """
                        .formatted(
                                HistoryTable.NAME,
                                version == null ? "null" : quoted(version.toString()),
                                quoted(description),
                                quoted(type),
                                quoted(script),
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
