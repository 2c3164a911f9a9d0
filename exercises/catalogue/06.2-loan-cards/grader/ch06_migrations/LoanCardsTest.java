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

@DisplayName("A library's downgrade")
class LoanCardsTest {
    private static final String BACK = "06_migrations, \"Back and forth\"";
    private static final String ROWS = "06_migrations, \"Back and forth\"";
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
                    "The downgrade fails and changes nothing: SQLite cannot drop the"
                            + " column due while the index ix_loan_due uses it. Undo the last"
                            + " statement of up() first.",
                    BACK);
            throw new Mistake(
                    "The downgrade fails and changes nothing, at:\n" + failed.statement(), BACK);
        }
        Mistake.when(
                !place.has("loan"),
                "The downgrade drops the table loan, which existed before version 2. Only"
                        + " undo what up() did.",
                BACK);
        Mistake.when(
                place.schema().equals(above),
                "After the downgrade, everything of version 2 is still there. select 1 is"
                        + " only for a migration that has nothing to undo.",
                ROWS);
        return before;
    }

    @Test
    @Order(1)
    @DisplayName("The downgrade loses no loan.")
    void loansStay() {
        try (Workplace place = library()) {
            upAndBack(place);
            List<String> loans = place.column(LOANS);
            Mistake.when(
                    !loans.equals(List.of("1Emmasusan", "2Dunefred")),
                    "The table loan is restored, but not its rows: there were 2 loans,"
                            + " and now there are "
                            + loans.size()
                            + ".",
                    BACK);
        }
    }

    @Test
    @Order(2)
    @DisplayName("After the downgrade, the tables are as they were at version 1.")
    void tablesAsBefore() {
        try (Workplace place = library()) {
            List<String> before = upAndBack(place);
            nothingLeft(place, before);
            Mistake.when(
                    !place.schema().equals(before),
                    "After the downgrade, the tables are:\n"
                            + String.join("\n", place.schema())
                            + "\nThey were:\n"
                            + String.join("\n", before),
                    BACK);
        }
    }

    private static void nothingLeft(Workplace place, List<String> before) {
        List<String> left = new ArrayList<>(place.schema());
        left.removeAll(before);
        Mistake.when(
                !left.isEmpty(),
                "After the downgrade, this is still there: "
                        + words(left)
                        + ". Each statement of up() needs one that undoes it.",
                BACK);
    }

    /** Names a table that is left once, not column by column. */
    private static String words(List<String> left) {
        return left.stream()
                .map(line -> line.startsWith("fine.") ? "the table fine" : line)
                .map(line -> line.startsWith("loan.") ? "the column " + line.split(" ")[0] : line)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    @Test
    @Order(3)
    @DisplayName("An upgrade, a downgrade and another upgrade lead to version 2.")
    void upAgain() {
        try (Workplace place = library()) {
            nothingLeft(place, upAndBack(place));
            place.migrations().upgrade("2");
            place.migrations().downgrade("base");
        }
    }
}
