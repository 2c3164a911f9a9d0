package ormlab.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import ormlab.Database;
import ormlab.migrate.Migrations;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/**
 * Processes that are killed, or that run at the same time, leave a migration either completely done
 * or not at all.
 */
class KilledMigrationIT {
    /** For a long run, use {@code -Dormlab.load.kills=50}. */
    private static final int KILLS = Integer.getInteger("ormlab.load.kills", 5);

    @TempDir Path home;

    private Path folder() throws Exception {
        Path folder = Files.createDirectories(home.resolve("migrations"));
        for (int version = 1; version <= 6; version++) {
            String name = version + "__t" + version + ".sql";
            StringBuilder up = new StringBuilder();
            up.append("create table t").append(version).append(" (id integer primary key);\n");
            for (int row = 0; row < 200; row++) {
                up.append("insert into t").append(version).append(" values (" + row + ");\n");
            }
            Files.writeString(folder.resolve("V" + name), up);
            Files.writeString(folder.resolve("U" + name), "drop table t" + version + ";");
        }
        return folder;
    }

    @OnSqliteAndPostgres
    void a_killed_run_leaves_the_whole_migration_or_none_of_it(TestDatabase kind) throws Exception {
        String url = kind.freshUrl();
        Path folder = folder();
        Random random = new Random(11);
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = Child.start(UpAndDown.class, url, folder.toString());
            try (BufferedReader lines = output(process)) {
                assertThat(lines.readLine()).isEqualTo("ready");
                Thread.sleep(random.nextInt(400));
                process.toHandle().destroyForcibly();
            }
            process.waitFor();
            try (Database db = Database.open(url)) {
                Migrations migrations = db.migrations(folder.toString());
                int at = migrations.history().applied().size();
                assertThat(at).isIn(0, 6);
                for (int version = 1; version <= 6; version++) {
                    assertThat(count(db, "t" + version)).isEqualTo(at == 0 ? -1 : 200);
                }
                validate(db, folder);
                migrations.upgrade();
                migrations.downgrade("base");
            }
        }
    }

    private static void validate(Database db, Path folder) {
        Flyway.configure()
                .dataSource(db.url().jdbcUrl().orElseThrow(), "postgres", "postgres")
                .locations("filesystem:" + folder)
                .ignoreMigrationPatterns("*:pending")
                .load()
                .validate();
    }

    private static int count(Database db, String table) {
        try {
            return ((Number) db.rows("select count(*) from " + table).values().get(0).get(0))
                    .intValue();
        } catch (RuntimeException missing) {
            return -1;
        }
    }

    @OnSqliteAndPostgres
    void of_several_processes_one_runs_and_the_others_wait(TestDatabase kind) throws Exception {
        String url = kind.freshUrl();
        Path folder = folder();
        for (String verb : List.of("upgrade", "downgrade")) {
            List<Process> processes = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                processes.add(Child.start(Once.class, url, folder.toString(), verb));
            }
            List<BufferedReader> outputs = new ArrayList<>();
            for (Process process : processes) {
                outputs.add(output(process));
            }
            for (BufferedReader output : outputs) {
                assertThat(output.readLine()).isEqualTo("ready");
            }
            for (Process process : processes) {
                process.getOutputStream().write('\n');
                process.getOutputStream().flush();
            }
            List<String> said = new ArrayList<>();
            for (BufferedReader output : outputs) {
                said.add(output.readLine());
            }
            assertThat(said).containsExactlyInAnyOrder("ran 6", "ran 0", "ran 0");
            for (Process process : processes) {
                assertThat(process.waitFor()).isZero();
            }
        }
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    }

    /** Upgrades and downgrades in an endless loop. */
    static final class UpAndDown {
        private UpAndDown() {}

        public static void main(String[] arguments) {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
            try (Database db = Database.open(arguments[0])) {
                Migrations migrations = db.migrations(arguments[1]);
                migrations.upgrade();
                out.println("ready");
                while (true) {
                    migrations.downgrade("base");
                    migrations.upgrade();
                }
            }
        }
    }

    /** Waits for a line, then runs one command. */
    static final class Once {
        private Once() {}

        public static void main(String[] arguments) throws Exception {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
            try (Database db = Database.open(arguments[0])) {
                Migrations migrations = db.migrations(arguments[1]);
                migrations.current();
                out.println("ready");
                System.in.read();
                var run =
                        arguments[2].equals("upgrade")
                                ? migrations.upgrade()
                                : migrations.downgrade("base");
                out.println("ran " + run.steps().size());
            }
        }
    }
}
