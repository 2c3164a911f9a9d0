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
    private static final String THERE = "06_migrations, \"Tables that already exist\"";
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
                        + " is said to be at version 2, and has no table cake: stamp writes into the"
                        + " history and runs nothing.",
                THERE);
        String at = shop.migrations().current().text();
        Mistake.when(!at.equals("2 (head)"), which + " is at " + at + ", and 2 is newest.", UP);
        Mistake.when(
                "2 (head)".equals(version),
                "The shop is at version 2, and deploy() says '2 (head)': those are words for people."
                        + " Ask the entry for its version.",
                UP);
        Mistake.when(
                !"2".equals(version),
                "The shop is at version 2, and deploy() says '" + version + "'.",
                UP);
    }

    @Test
    @Order(1)
    @DisplayName(
            "An empty shop, one that is behind and one that has all end at the newest version.")
    void ordinaryShops() {
        try (Workplace empty = shop()) {
            deploy(empty, "The empty shop");
            deploy(empty, "The shop that has all");
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
    @DisplayName("Tables of createAll that are right belong to the history, and no row is lost.")
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
                        "The shop whose tables createAll() made is as the class wants it, and deploy()"
                                + " ends in an error: upgrade() would make the same tables again. Only"
                                + " its history is missing.",
                        THERE);
            }
            Mistake.when(
                    !made.column("select name from cake").equals(List.of("Sacher")),
                    "The shop whose tables createAll() made has lost its cakes: dropAll() is the way"
                            + " out for those who need no row.",
                    THERE);
            String at = made.migrations().current().text();
            Mistake.when(
                    !at.equals("2 (head)"),
                    "The shop whose tables createAll() made is at " + at + " in its history.",
                    THERE);
        }
    }

    @Test
    @Order(3)
    @DisplayName("Tables that differ from the class stay without a history, and it is an error.")
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
                    "The shop whose tables createAll() made has lost its cakes: dropAll() is the way"
                            + " out for those who need no row.",
                    THERE);
            boolean stamped = !other.migrations().history().applied().isEmpty();
            Mistake.when(
                    stamped && !thrown && alwaysStamps(),
                    "The empty shop is said to be at version 2, and has no table cake: stamp writes"
                            + " into the history and runs nothing.",
                    THERE);
            Mistake.when(
                    stamped && !thrown,
                    "One shop has tables without a column cents, and was stamped as version 2: now its"
                            + " history says what is not true. Look with check() before you believe it.",
                    THERE);
            Mistake.when(
                    stamped,
                    "One shop has tables without a column cents. The error is thrown, as it should be,"
                            + " and the stamp is still there: its history says 2. Take it back before"
                            + " you throw.",
                    THERE);
            Mistake.when(
                    !thrown,
                    "One shop has tables without a column cents, and deploy() says nothing.",
                    THERE);
        }
    }

    /** Who stamps even an empty database has one misconception, and not two. */
    private boolean alwaysStamps() {
        try (Workplace empty = shop()) {
            Deployment.deploy(empty.db, empty.migrations());
            return !empty.has("cake");
        }
    }
}
