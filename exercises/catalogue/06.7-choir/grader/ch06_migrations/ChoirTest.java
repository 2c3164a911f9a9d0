package ch06_migrations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.grade.Mistake;
import ormlab.migrate.history.MigrationFailed;
import ormlab.migrate.history.MigrationRefused;

@DisplayName("Two singers, one number")
class ChoirTest {
    private static final String TWO = "06b_when_a_migration_needs_you, \"Two people\"";
    private static final String AGAIN =
            "06b_when_a_migration_needs_you, \"Redo a bad migration\"";
    private static final String WRONG = "06b_when_a_migration_needs_you, \"When it goes wrong\"";
    private static final String STAMP = "06_migrations, \"Tables that already exist\"";

    @TempDir Path folder;

    private Workplace choir(String second, String sql, String table) {
        Workplace place =
                new Workplace(folder)
                        .file("V1__singers.sql", "create table singer (id integer primary key);")
                        .file("U1__singers.sql", "drop table singer;")
                        .file("V2__" + second + ".sql", sql)
                        .file("U2__" + second + ".sql", "drop table " + table + ";");
        place.migrations().upgrade();
        return place;
    }

    @Test
    @Order(1)
    @DisplayName("Both migrations have run, each under a number of its own.")
    void fetched() throws IOException {
        try (Workplace place = fetchedScores()) {
            List<String> files = place.files();
            Mistake.when(
                    !files.contains("V2__concerts.sql"),
                    "V2__concerts.sql had run here as number 2, and was given another number. The"
                            + " history remembers it as 2; move the one that has run nowhere here.",
                    TWO);
            Mistake.when(
                    files.stream().noneMatch(name -> name.contains("scores")),
                    "The migration of the scores is gone. It was fetched because others have it: both"
                            + " must have run, here and there.",
                    TWO);
            String moved =
                    files.stream()
                            .filter(name -> name.matches("V\\d+__scores.sql"))
                            .findFirst()
                            .orElse("");
            boolean applied = place.migrations().current().isHead();
            Mistake.when(!applied, moved + " has its own number now, and has not run.", TWO);
            Mistake.when(
                    !place.has("score"),
                    "The history says that "
                            + moved
                            + " has run, and there is no table score: stamp runs nothing.",
                    STAMP);
        }
    }

    private Workplace fetchedScores() throws IOException {
        Workplace place =
                choir("concerts", "create table concert (id integer primary key);", "concert")
                        .file("V2__scores.sql", "create table score (id integer primary key);")
                        .file("U2__scores.sql", "drop table score;");
        try {
            Choir.fetched(folder, place.migrations());
            place.migrations().upgrade("+0");
        } catch (MigrationRefused refused) {
            Mistake.when(
                    !place.files().contains("V2__concerts.sql"),
                    "V2__concerts.sql had run here as number 2, and was given another number. The"
                            + " history remembers it as 2; move the one that has run nowhere here.",
                    TWO);
            throw refused;
        }
        return place;
    }

    @Test
    @Order(2)
    @DisplayName("The bad migration is made again, and its first attempt has left nothing.")
    void again() throws IOException {
        try (Workplace place = remade()) {
            Mistake.when(
                    place.files().stream().anyMatch(name -> name.startsWith("V3")),
                    "The bad migration is still in the folder, and a correction on top of it. It has"
                            + " run nowhere else, so take it back, delete it, and make it again.",
                    AGAIN);
            String type = place.type("rehearsal", "place");
            Mistake.when(
                    type.equals("varchar(8)"),
                    "The file is mended, the history was told to believe it, and the table still has"
                            + " varchar(8): repair runs nothing.",
                    WRONG);
            newDatabase();
            Mistake.when(
                    !place.migrations().check().isOk(),
                    "After it something differs:\n" + place.migrations().check(),
                    AGAIN);
        }
    }

    private void newDatabase() {
        try (Workplace other = new Workplace(folder)) {
            other.migrations().upgrade();
            other.migrations().downgrade("base");
        } catch (MigrationFailed failed) {
            throw new Mistake(
                    "The new migration changes a table that no migration makes: a database that begins"
                            + " with nothing fails there. stamp only wrote into the history; downgrade"
                            + " runs the way back.",
                    AGAIN);
        }
    }

    private Workplace remade() throws IOException {
        Workplace place =
                choir(
                        "rehearsals",
                        "create table rehearsal (id integer primary key autoincrement,"
                                + " place varchar(8));",
                        "rehearsal");
        place.db.models(Rehearsal.class);
        try {
            Choir.again(folder, place.migrations());
        } catch (MigrationRefused refused) {
            List<String> files = place.files();
            boolean runStill = place.has("rehearsal");
            Mistake.when(
                    runStill && !files.contains("V2__rehearsals.sql"),
                    "The files are deleted while the database still has what they made, so nobody"
                            + " knows the way back any more. Take it back first, then delete.",
                    AGAIN);
            Mistake.when(
                    files.contains("U2__rehearsals.sql") && !files.contains("V2__rehearsals.sql"),
                    "U2__rehearsals.sql of the bad migration is left, and it would take the new one"
                            + " back in the old way. A migration is two files: delete both.",
                    AGAIN);
            throw refused;
        }
        return place;
    }
}
