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
    private static final String TWO = "06d_when_a_migration_goes_wrong, \"Two people\"";
    private static final String AGAIN = "06d_when_a_migration_goes_wrong, \"Redo a bad migration\"";
    private static final String WRONG =
            "06d_when_a_migration_goes_wrong, \"A file that was edited\"";
    private static final String STAMP = "06b_live_databases, \"Tables that already exist\"";

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
    @DisplayName("Both migrations have run, each with its own number.")
    void fetched() throws IOException {
        try (Workplace place = fetchedScores()) {
            List<String> files = place.files();
            Mistake.when(
                    !files.contains("V2__concerts.sql"),
                    "V2__concerts.sql has run here as number 2, but now has another"
                            + " number. The history contains it as 2, so renumber the one that has"
                            + " not run here.",
                    TWO);
            Mistake.when(
                    files.stream().noneMatch(name -> name.contains("scores")),
                    "The migration of the scores is gone. Other databases have it, so"
                            + " both migrations must run everywhere.",
                    TWO);
            String moved =
                    files.stream()
                            .filter(name -> name.matches("V\\d+__scores.sql"))
                            .findFirst()
                            .orElse("");
            boolean applied = place.migrations().current().isHead();
            Mistake.when(!applied, moved + " now has its own number, but has not run.", TWO);
            Mistake.when(
                    !place.has("score"),
                    "According to the history, "
                            + moved
                            + " has run, but there is no table score: stamp runs nothing.",
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
                    "V2__concerts.sql has run here as number 2, but now has another"
                            + " number. The history contains it as 2, so renumber the one that has"
                            + " not run here.",
                    TWO);
            throw refused;
        }
        return place;
    }

    @Test
    @Order(2)
    @DisplayName("The bad migration is replaced by a new one, and nothing of it is left.")
    void again() throws IOException {
        try (Workplace place = remade()) {
            Mistake.when(
                    place.files().stream().anyMatch(name -> name.startsWith("V3")),
                    "The bad migration is still in the folder, with a correction after"
                            + " it. It has not run anywhere else, so downgrade, delete it, and"
                            + " write it again.",
                    AGAIN);
            String type = place.type("rehearsal", "place");
            Mistake.when(
                    type.equals("varchar(8)"),
                    "The file is fixed and the history accepts it, but the table still"
                            + " has varchar(8): repair runs nothing.",
                    WRONG);
            newDatabase();
            Mistake.when(
                    !place.migrations().check().isOk(),
                    "Afterwards, class, files and database differ:\n" + place.migrations().check(),
                    AGAIN);
        }
    }

    private void newDatabase() {
        try (Workplace other = new Workplace(folder)) {
            other.migrations().upgrade();
            other.migrations().downgrade("base");
        } catch (MigrationFailed failed) {
            throw new Mistake(
                    "The new migration changes a table that no migration creates, so it"
                            + " fails in an empty database. stamp only writes into the history;"
                            + " downgrade runs the U file.",
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
                    "The files were deleted before the database was downgraded, so a"
                            + " downgrade is no longer possible. Downgrade first, then delete them.",
                    AGAIN);
            Mistake.when(
                    files.contains("U2__rehearsals.sql") && !files.contains("V2__rehearsals.sql"),
                    "U2__rehearsals.sql of the bad migration is left, and a later"
                            + " downgrade would run it for the new one. A migration is two files:"
                            + " delete both.",
                    AGAIN);
            throw refused;
        }
        return place;
    }
}
