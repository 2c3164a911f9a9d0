package ch06_migrations;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.grade.Mistake;
import ormlab.migrate.history.MigrationFailed;

@DisplayName("The way back of a library")
class LoanCardsTest {
    private static final String BACK = "06_migrations, \"Back and forth\"";
    private static final String ROWS = "06_migrations, \"Changing the rows\"";
    private static final String LOANS = "select id || title || reader from loan order by id";

    @TempDir Path folder;

    private Workplace library() {
        Workplace place =
                new Workplace(folder)
                        .file(
                                "V1__loans.sql",
                                "create table loan (id integer primary key autoincrement,"
                                        + " title text, reader text);")
                        .file("U1__loans.sql", "drop table loan;")
                        .file("V2__due.sql", LoanCards.up())
                        .file("U2__due.sql", LoanCards.down());
        place.migrations().upgrade("1");
        place.run(
                "insert into loan (title, reader) values ('Emma', 'susan')",
                "insert into loan (title, reader) values ('Dune', 'fred')");
        return place;
    }

    private List<String> upAndBack(Workplace place) {
        List<String> before = place.schema();
        place.migrations().upgrade("2");
        place.run("update loan set due = '2026-04-01'");
        List<String> above = place.schema();
        try {
            place.migrations().downgrade("1");
        } catch (MigrationFailed failed) {
            Mistake.when(
                    failed.statement().toLowerCase().contains("drop column")
                            && place.has("ix_loan_due"),
                    "The way back fails, and nothing is changed: SQLite does not drop the column due"
                            + " while the index ix_loan_due uses it. Take back the last thing first.",
                    BACK);
            throw new Mistake(
                    "The way back fails, and nothing is changed, at:\n" + failed.statement(), BACK);
        }
        Mistake.when(
                !place.has("loan"),
                "The way back drops the table loan, which was there before version 2. It takes back"
                        + " what up() did, and no more.",
                BACK);
        Mistake.when(
                place.schema().equals(above),
                "After the way back, all of version 2 is still there. select 1 is for a migration that"
                        + " leaves nothing to take back.",
                ROWS);
        return before;
    }

    @Test
    @Order(1)
    @DisplayName("No loan is lost on the way back.")
    void loansStay() {
        try (Workplace place = library()) {
            upAndBack(place);
            List<String> loans = place.column(LOANS);
            Mistake.when(
                    !loans.equals(List.of("1Emmasusan", "2Dunefred")),
                    "The table loan is as it was, and its loans are gone: 2 went up, "
                            + loans.size()
                            + " came back.",
                    BACK);
        }
    }

    @Test
    @Order(2)
    @DisplayName("The tables are as they were at version 1.")
    void tablesAsBefore() {
        try (Workplace place = library()) {
            List<String> before = upAndBack(place);
            nothingLeft(place, before);
            Mistake.when(
                    !place.schema().equals(before),
                    "After the way back, the tables are these:\n"
                            + String.join("\n", place.schema())
                            + "\nand they were:\n"
                            + String.join("\n", before),
                    BACK);
        }
    }

    private static void nothingLeft(Workplace place, List<String> before) {
        List<String> left = new ArrayList<>(place.schema());
        left.removeAll(before);
        Mistake.when(
                !left.isEmpty(),
                "After the way back, this is still there: "
                        + words(left)
                        + ". Each statement of up() needs one that takes it back.",
                BACK);
    }

    /** A table that is left is named once, and not column by column. */
    private static String words(List<String> left) {
        return left.stream()
                .map(line -> line.startsWith("fine.") ? "the table fine" : line)
                .map(line -> line.startsWith("loan.") ? "the column " + line.split(" ")[0] : line)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    @Test
    @Order(3)
    @DisplayName("Up, back and up again leads to version 2.")
    void upAgain() {
        try (Workplace place = library()) {
            nothingLeft(place, upAndBack(place));
            place.migrations().upgrade("2");
            place.migrations().downgrade("base");
        }
    }
}
