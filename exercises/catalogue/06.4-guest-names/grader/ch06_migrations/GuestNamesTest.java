package ch06_migrations;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.grade.Mistake;
import ormlab.migrate.history.MigrationFailed;

@DisplayName("Two names for one")
class GuestNamesTest {
    private static final String ROWS = "06_migrations, \"Changing the rows\"";
    private static final String BACK = "06_migrations, \"Back and forth\"";

    private static final String ADA = "Ada Lovelace";
    private static final String PLATO = "Plato";
    private static final String LUDWIG = "Ludwig van Beethoven";

    @TempDir Path folder;

    private Workplace hotel(String back) {
        Workplace place =
                new Workplace(folder)
                        .file("V1__guests.sql", "create table guest (id integer, full_name text);")
                        .file("U1__guests.sql", "drop table guest;")
                        .file(
                                "V2__names.sql",
                                "alter table guest add column first_name text;\n"
                                        + "alter table guest add column last_name text;\n"
                                        + GuestNames.fill()
                                        + "\nalter table guest drop column full_name;")
                        .file(
                                "U2__names.sql",
                                "alter table guest add column full_name text;\n"
                                        + back
                                        + "\nalter table guest drop column first_name;\n"
                                        + "alter table guest drop column last_name;");
        place.migrations().upgrade("1");
        int id = 0;
        for (String name : List.of(ADA, PLATO, LUDWIG)) {
            id++;
            place.run("insert into guest (id, full_name) values (" + id + ", '" + name + "')");
        }
        place.run("insert into guest (id) values (4)");
        run(place, true);
        return place;
    }

    private static void run(Workplace place, boolean up) {
        try {
            if (up) {
                place.migrations().upgrade("2");
            } else {
                place.migrations().downgrade("1");
            }
        } catch (MigrationFailed failed) {
            throw new Mistake(
                    "The SQL fails, and nothing is changed, at:\n"
                            + failed.statement()
                            + "\nbecause: "
                            + failed.getCause().getMessage(),
                    ROWS);
        }
    }

    private static String quoted(Workplace place, String column, int id) {
        return place.column("select quote(" + column + ") from guest where id = " + id)
                .get(0)
                .replace("NULL", "null");
    }

    @Test
    @Order(1)
    @DisplayName("Up to the first blank is the first name, and the rest is the last name.")
    void split() {
        try (Workplace place = hotel("select 1;")) {
            String first = quoted(place, "first_name", 1);
            String last = quoted(place, "last_name", 1);
            Mistake.when(
                    first.equals("'Ada '"),
                    ADA
                            + " got the first name 'Ada ', with the blank: instr says where the blank"
                            + " is, and the first name ends one place before.",
                    ROWS);
            Mistake.when(
                    last.equals("' Lovelace'"),
                    ADA
                            + " got the last name ' Lovelace', with the blank: instr says where the"
                            + " blank is, and the last name begins one place behind.",
                    ROWS);
            became(place, 1, ADA, "'Ada'", "'Lovelace'");
            became(place, 3, LUDWIG, "'Ludwig'", "'van Beethoven'");
            became(place, 4, "A guest whose name is null", "null", "null");
        }
    }

    private static void became(Workplace place, int id, String who, String first, String last) {
        String isFirst = quoted(place, "first_name", id);
        String isLast = quoted(place, "last_name", id);
        Mistake.when(
                !isFirst.equals(first) || !isLast.equals(last),
                who + " became first name " + isFirst + " and last name " + isLast + ".",
                ROWS);
    }

    @Test
    @Order(2)
    @DisplayName("A guest with one word has it as first name, and no last name.")
    void oneWord() {
        try (Workplace place = hotel("select 1;")) {
            String first = quoted(place, "first_name", 2);
            String last = quoted(place, "last_name", 2);
            Mistake.when(
                    last.equals("'Plato'"),
                    "Plato became first name "
                            + first
                            + " and last name 'Plato'. He has one word and no blank; that is a case of"
                            + " its own.",
                    ROWS);
            Mistake.when(
                    last.equals("''"),
                    "Plato got the last name ''. Nobody knows one, so it is null; '' would say that his"
                            + " last name is empty.",
                    ROWS);
            became(place, 2, PLATO, "'Plato'", "null");
        }
    }

    @Test
    @Order(3)
    @DisplayName("On the way back each guest gets the name that it had.")
    void back() {
        try (Workplace place = hotel(GuestNames.back())) {
            run(place, false);
            String plato = quoted(place, "full_name", 2);
            Mistake.when(
                    plato.equals("null"),
                    "After the way back Plato is called null: a text joined with null is null.",
                    ROWS);
            Mistake.when(
                    plato.equals("'Plato '"),
                    "After the way back Plato is called 'Plato ', with a blank behind it, which nobody"
                            + " sees and no query finds.",
                    ROWS);
            String ada = quoted(place, "full_name", 1);
            Mistake.when(
                    ada.equals("'Ada'"),
                    "After the way back Ada Lovelace is called 'Ada': the last name was dropped with"
                            + " its column.",
                    BACK);
            called(ADA, ada);
            called(PLATO, plato);
            called(LUDWIG, quoted(place, "full_name", 3));
            Mistake.when(
                    !quoted(place, "full_name", 4).equals("null"),
                    "A guest whose name was null is called "
                            + quoted(place, "full_name", 4)
                            + " after the way back.",
                    ROWS);
        }
    }

    private static void called(String name, String is) {
        Mistake.when(
                !is.equals("'" + name + "'"),
                "After the way back " + name + " is called " + is + ".",
                ROWS);
    }
}
