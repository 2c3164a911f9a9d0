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
    private static final String ROWS = "06b_live_databases, \"Changing the rows\"";
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
                    "The SQL fails and changes nothing, at:\n"
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
    @DisplayName(
            "The first name is the text before the first space, and the last name is the rest.")
    void split() {
        try (Workplace place = hotel("select 1;")) {
            String first = quoted(place, "first_name", 1);
            String last = quoted(place, "last_name", 1);
            Mistake.when(
                    first.equals("'Ada '"),
                    ADA
                            + " got the first name 'Ada ', with the space: instr returns"
                            + " the position of the space, and the first name ends one"
                            + " character before it.",
                    ROWS);
            Mistake.when(
                    last.equals("' Lovelace'"),
                    ADA
                            + " got the last name ' Lovelace', with the space: instr"
                            + " returns the position of the space, and the last name begins"
                            + " one character after it.",
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
    @DisplayName("A name of one word becomes the first name, and the last name is null.")
    void oneWord() {
        try (Workplace place = hotel("select 1;")) {
            String first = quoted(place, "first_name", 2);
            String last = quoted(place, "last_name", 2);
            Mistake.when(
                    last.equals("'Plato'"),
                    "Plato became first name "
                            + first
                            + " and last name 'Plato'. His name has no space, so it needs a"
                            + " separate case.",
                    ROWS);
            Mistake.when(
                    last.equals("''"),
                    "Plato got the last name ''. An unknown last name is null; '' means"
                            + " that the last name is empty.",
                    ROWS);
            became(place, 2, PLATO, "'Plato'", "null");
        }
    }

    @Test
    @Order(3)
    @DisplayName("The downgrade restores the name of each guest.")
    void back() {
        try (Workplace place = hotel(GuestNames.back())) {
            run(place, false);
            String plato = quoted(place, "full_name", 2);
            Mistake.when(
                    plato.equals("null"),
                    "After the downgrade, Plato is called null: a text joined with null"
                            + " is null.",
                    ROWS);
            Mistake.when(
                    plato.equals("'Plato '"),
                    "After the downgrade, Plato is called 'Plato ', with a space at the"
                            + " end, so a query for 'Plato' does not find him.",
                    ROWS);
            String ada = quoted(place, "full_name", 1);
            Mistake.when(
                    ada.equals("'Ada'"),
                    "After the downgrade, Ada Lovelace is called 'Ada': the last name was"
                            + " dropped with its column.",
                    BACK);
            called(ADA, ada);
            called(PLATO, plato);
            called(LUDWIG, quoted(place, "full_name", 3));
            Mistake.when(
                    !quoted(place, "full_name", 4).equals("null"),
                    "A guest whose name was null is called "
                            + quoted(place, "full_name", 4)
                            + " after the downgrade.",
                    ROWS);
        }
    }

    private static void called(String name, String is) {
        Mistake.when(
                !is.equals("'" + name + "'"),
                "After the downgrade, " + name + " is called " + is + ".",
                ROWS);
    }
}
