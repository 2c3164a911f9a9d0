package ch06_migrations;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.grade.Mistake;
import ormlab.grade.NotSolvedYet;

@DisplayName("Cake shops everywhere")
class DeploymentTest {
    private static final String THERE = "06b_live_databases, \"Tables that already exist\"";
    private static final String UP = "06_migrations, \"Upgrade\"";

    @TempDir Path folder;

    @BeforeEach
    void twoMigrations() {
        new Workplace(folder)
                .file(
                        "V1__cakes.sql",
                        "create table cake (id integer primary key autoincrement, name varchar(255),"
                                + " constraint ck_cake_name_length check (length(name) <= 255));")
                .file("U1__cakes.sql", "drop table cake;")
                .file("V2__cents.sql", "alter table cake add column cents integer;")
                .file("U2__cents.sql", "alter table cake drop column cents;")
                .close();
    }

    private Workplace shop() {
        Workplace shop = new Workplace(folder);
        shop.db.models(Cake.class);
        return shop;
    }

    private static void deploy(Workplace shop, String which) {
        String version = Deployment.deploy(shop.db, shop.migrations());
        Mistake.when(
                !shop.has("cake", "cents") && shop.migrations().current().isHead(),
                which
                        + " is at version 2 according to its history, but has no table"
                        + " cake: stamp writes into the history and runs nothing.",
                THERE);
        String at = shop.migrations().current().text();
        Mistake.when(
                !at.equals("2 (head)"),
                which + " is at " + at + ", but the newest version is 2.",
                UP);
        Mistake.when(
                "2 (head)".equals(version),
                "The shop is at version 2, but deploy() returns '2 (head)', which is text"
                        + " for people. Use the entry's version.",
                UP);
        Mistake.when(
                !"2".equals(version),
                "The shop is at version 2, but deploy() returns '" + version + "'.",
                UP);
    }

    @Test
    @Order(1)
    @DisplayName(
            "An empty shop, one that is behind and one that is up to date get the newest version.")
    void ordinaryShops() {
        try (Workplace empty = shop()) {
            deploy(empty, "The empty shop");
            deploy(empty, "The shop that is up to date");
        }
        try (Workplace behind = shop()) {
            behind.migrations().upgrade("1");
            behind.run("insert into cake (name) values ('Linzer')");
            deploy(behind, "The shop that was at version 1");
            Mistake.when(
                    !behind.column("select name from cake").equals(List.of("Linzer")),
                    "The shop that was at version 1 has lost its cake.",
                    UP);
        }
    }

    @Test
    @Order(2)
    @DisplayName("Correct tables from createAll get a history, and no row is lost.")
    void madeByCreateAll() {
        try (Workplace made = shop()) {
            made.db.createAll();
            made.run("insert into cake (name) values ('Sacher')");
            try {
                Deployment.deploy(made.db, made.migrations());
            } catch (NotSolvedYet toDo) {
                throw toDo;
            } catch (RuntimeException refused) {
                throw new Mistake(
                        "The tables that createAll() created match the class, but"
                                + " deploy() throws an error: upgrade() would create the same"
                                + " tables again. Only the history is missing.",
                        THERE);
            }
            Mistake.when(
                    !made.column("select name from cake").equals(List.of("Sacher")),
                    "The shop whose tables were created by createAll() has lost its"
                            + " cakes. Use dropAll() only if you need none of the rows.",
                    THERE);
            String at = made.migrations().current().text();
            Mistake.when(
                    !at.equals("2 (head)"),
                    "The shop whose tables were created by createAll() is at "
                            + at
                            + " in its history.",
                    THERE);
        }
    }

    @Test
    @Order(3)
    @DisplayName("Tables that differ from the class are an error, and get no history.")
    void otherTables() {
        try (Workplace other = shop()) {
            other.run(
                    "create table cake (id integer primary key, name varchar(255))",
                    "insert into cake (id, name) values (1, 'Nusstorte')");
            boolean thrown = false;
            try {
                Deployment.deploy(other.db, other.migrations());
            } catch (NotSolvedYet toDo) {
                throw toDo;
            } catch (RuntimeException expected) {
                thrown = true;
            }
            boolean kept =
                    other.has("cake")
                            && other.column("select name from cake").equals(List.of("Nusstorte"));
            Mistake.when(
                    !kept,
                    "The shop whose tables were created by createAll() has lost its"
                            + " cakes. Use dropAll() only if you need none of the rows.",
                    THERE);
            boolean stamped = !other.migrations().history().applied().isEmpty();
            Mistake.when(
                    stamped && !thrown && alwaysStamps(),
                    "The empty shop is at version 2 according to its history, but has no"
                            + " table cake: stamp writes into the history and runs nothing.",
                    THERE);
            Mistake.when(
                    stamped && !thrown,
                    "One shop has tables without a column cents, and was stamped as"
                            + " version 2, so now its history is wrong. Verify the stamp with"
                            + " check().",
                    THERE);
            Mistake.when(
                    stamped,
                    "One shop has tables without a column cents. The error is thrown, as"
                            + " it should be, but the history still contains version 2. Undo the"
                            + " stamp before you throw.",
                    THERE);
            Mistake.when(
                    !thrown,
                    "One shop has tables without a column cents, but deploy() throws no"
                            + " error.",
                    THERE);
        }
    }

    /** Reports the same misconception only once if even an empty database was stamped. */
    private boolean alwaysStamps() {
        try (Workplace empty = shop()) {
            Deployment.deploy(empty.db, empty.migrations());
            return !empty.has("cake");
        }
    }
}
