package ormlab.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.testing.TestDatabase;

/** A process that is killed while it commits loses nothing that was acknowledged. */
class KilledProcessIT {
    /** For a long run, use {@code -Dormlab.load.kills=50}. */
    private static final int KILLS = Integer.getInteger("ormlab.load.kills", 5);

    @Test
    void a_kill_loses_no_acknowledged_commit_and_damages_no_file() throws Exception {
        String url = TestDatabase.SQLITE.freshUrl();
        try (Database db = Database.open(url).models(Note.class)) {
            db.createAll();
        }
        Random random = new Random(7);
        Set<Integer> acknowledged = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            int before = acknowledged.size();
            acknowledged.addAll(killedAfter(url, 1 + random.nextInt(300)));
            assertThat(acknowledged).hasSizeGreaterThan(before);
            try (Database db = Database.open(url).models(Note.class)) {
                assertThat(db.rows("pragma integrity_check").values()).hasToString("[[ok]]");
                Set<Integer> stored = new HashSet<>();
                db.query(Note.class).all().forEach(note -> stored.add(note.getId()));
                assertThat(stored).containsAll(acknowledged);
            }
        }
    }

    /** Kills the writer while it works, after it has acknowledged this many commits. */
    private static Set<Integer> killedAfter(String url, int commits) throws Exception {
        Process process = Child.start(Writer.class, url);
        Set<Integer> acknowledged = new HashSet<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                process.getInputStream(), StandardCharsets.US_ASCII))) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.endsWith(";")) { // the last line may be cut off
                    acknowledged.add(Integer.valueOf(line.substring(0, line.length() - 1)));
                }
                if (acknowledged.size() >= commits) {
                    process.toHandle().destroyForcibly(); // its output stays readable
                }
            }
        }
        process.waitFor();
        return acknowledged;
    }

    /** Commits rows one by one in several threads, and prints each id after its commit. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
            @SuppressWarnings("resource") // the process gets killed
            Database db = Database.open(arguments[0]).models(Note.class);
            for (int i = 0; i < 3; i++) {
                new Thread(() -> write(db, out)).start();
            }
        }

        private static void write(Database db, PrintStream out) {
            while (true) {
                Note note = new Note("x".repeat(200));
                db.session().add(note);
                db.session().commit();
                out.print(note.getId() + ";\n");
                out.flush();
            }
        }
    }
}
