package ch09_out_of_the_notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import ormlab.Database;
import ormlab.grade.FreshDatabase;
import ormlab.grade.Mistake;

@DisplayName("A migration of beehives")
class HiveTestsTest {
    private static final String MIGRATION = "09d_testing, \"Test a migration\"";

    private static final String V1 =
            "create table hives (id integer primary key, place varchar(40) not null, kilos"
                    + " integer);";
    private static final String GRAMS =
            "alter table hives add column grams integer; update hives set grams = %s; alter table"
                    + " hives drop column kilos;";
    private static final String KILOS =
            "alter table hives add column kilos integer; update hives set kilos = %s; alter table"
                    + " hives drop column grams;";
    private static final String V2 = GRAMS.formatted("kilos * 1000");
    private static final String U2 = KILOS.formatted("grams / 1000");

    /** Creates the table again, with the columns and rows in another order. */
    private static final String REBUILT =
            "create table copy (%s); insert into copy (id, place, %s) select %s from hives order by"
                    + " id desc; drop table hives; alter table copy rename to hives;";

    private static final String TO_GRAMS = "grams integer, place varchar(40) not null, id int";
    private static final String TO_KILOS = "kilos integer, place varchar(40) not null, id int";

    @TempDir Path folder;

    /** One of the reader's two tests. */
    private interface Tried {
        void test(Database db, String folder);
    }

    private static String toGrams(String selected) {
        return REBUILT.formatted(TO_GRAMS + " primary key", "grams", selected);
    }

    private static String toKilos(String selected) {
        return REBUILT.formatted(TO_KILOS + " primary key", "kilos", selected);
    }

    /** Returns what a test throws for a migration, or null, starting from an empty database. */
    private Throwable thrown(Tried tried, String upgrade, String downgrade) throws IOException {
        write("V1__hives.sql", V1);
        write("U1__hives.sql", "drop table hives;");
        write("V2__grams.sql", upgrade);
        write("U2__grams.sql", downgrade);
        try (Database db = Database.open(FreshDatabase.url()).models()) {
            tried.test(db, folder.toString());
            return null;
        } catch (TestAbortedException toDo) {
            throw toDo;
        } catch (RuntimeException | AssertionError noticed) {
            return noticed;
        }
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql.replace("; ", ";\n") + "\n");
    }

    /** Tries the more difficult migration first, because each run takes a while. */
    private void passes(Tried tried, String method, String upgrade, String downgrade)
            throws IOException {
        Throwable rebuilt = thrown(tried, upgrade, downgrade);
        if (rebuilt != null) {
            fails(thrown(tried, V2, U2), method + " fails for a right migration: ", "");
            fails(
                    rebuilt,
                    method + " fails for a right migration that creates the table again: ",
                    " Name the columns in your SELECT and sort the rows, because both may have"
                            + " another order.");
        }
    }

    private static void fails(Throwable why, String what, String advice) {
        if (why != null) {
            String line = String.valueOf(why.getMessage()).lines().findFirst().orElse("");
            String reason = line.endsWith(".") ? line : line + ".";
            throw new Mistake(what + reason + advice, MIGRATION);
        }
    }

    private boolean upgradePasses(String wrong) throws IOException {
        return thrown(HiveTests::upgrade, wrong, U2) == null;
    }

    private boolean downgradePasses(String wrong) throws IOException {
        return thrown(HiveTests::downgrade, V2, wrong) == null;
    }

    @Test
    @Order(1)
    @DisplayName("Both tests pass for right migrations.")
    void right() throws IOException {
        passes(HiveTests::upgrade, "upgrade", toGrams("id, place, kilos * 1000"), U2);
        passes(HiveTests::downgrade, "downgrade", V2, toKilos("id, place, grams / 1000"));
    }

    @Test
    @Order(2)
    @DisplayName("The test of the upgrade notices wrong weights.")
    void weights() throws IOException {
        if (upgradePasses(GRAMS.formatted("kilos * 1000 where id = (select min(id) from hives)"))) {
            Mistake.when(
                    upgradePasses(GRAMS.formatted("null")),
                    "upgrade passes for a migration that leaves grams empty. Store hives in version"
                            + " 1, before the upgrade, and compare their grams.",
                    MIGRATION);
            throw new Mistake(
                    "upgrade passes for a migration that converts only the first hive. Store two"
                            + " hives with a weight.",
                    MIGRATION);
        }
    }

    @Test
    @Order(3)
    @DisplayName("It notices what happens to a hive without a weight.")
    void unweighed() throws IOException {
        Mistake.when(
                upgradePasses(GRAMS.formatted("coalesce(kilos, 0) * 1000")),
                "upgrade passes for a migration that turns an unknown weight into 0 grams. Store a"
                        + " hive without a weight.",
                MIGRATION);
    }

    @Test
    @Order(4)
    @DisplayName("It notices changed ids and places.")
    void rest() throws IOException {
        Mistake.when(
                upgradePasses(toGrams("id, 'somewhere', kilos * 1000")),
                "upgrade passes for a migration that loses the places. Compare them as well.",
                MIGRATION);
        String number = "(select count(*) from hives other where other.id <= hives.id)";
        Mistake.when(
                upgradePasses(toGrams(number + ", place, kilos * 1000")),
                "upgrade passes for a migration that numbers the hives from 1. Store ids with a gap"
                        + " and compare them: other tables may refer to them.",
                MIGRATION);
    }

    @Test
    @Order(5)
    @DisplayName("The test of the downgrade notices each downgrade that fails or loses something.")
    void downgrades() throws IOException {
        if (downgradePasses(KILOS.formatted("coalesce(grams, 0) / 1000"))) {
            Mistake.when(
                    downgradePasses("alter table beehives add column kilos integer;"),
                    "downgrade passes for a migration that cannot be undone, because its U2 fails."
                            + " Upgrade to version 2, then call downgrade.",
                    MIGRATION);
            Mistake.when(
                    downgradePasses(KILOS.formatted("null")),
                    "downgrade passes for a migration that leaves kilos empty. Store hives first,"
                            + " and compare their kilos.",
                    MIGRATION);
            throw new Mistake(
                    "downgrade passes for a migration that turns an unknown weight into 0 kilos."
                            + " Store a hive without a weight.",
                    MIGRATION);
        }
    }
}
