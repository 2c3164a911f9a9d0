package ch06_migrations;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.grade.Mistake;
import ormlab.migrate.script.Question;
import ormlab.migrate.script.Undecided;

@DisplayName("A hospital changes its form")
class PatientsTest {
    private static final String RENAME = "06c_when_a_migration_needs_you, \"A rename\"";
    private static final String LOST = "06c_when_a_migration_needs_you, \"What would be lost\"";
    private static final String FILL = "06c_when_a_migration_needs_you, \"A value for old rows\"";

    @TempDir Path folder;

    private Workplace hospital() {
        Workplace place =
                new Workplace(folder)
                        .file(
                                "V1__patients.sql",
                                "create table patient (id integer primary key autoincrement,\n"
                                        + " name varchar(255), age integer, phone varchar(30),"
                                        + " fax varchar(30));")
                        .file("U1__patients.sql", "drop table patient;");
        place.migrations().upgrade();
        place.run(
                "insert into patient (name, age, phone, fax) values ('Susan', 40, '0171 1', '0171 2')",
                "insert into patient (name, age, phone, fax) values ('Tim', 9, '0171 3', null)",
                "insert into patient (name, age, phone, fax) values ('Mary', 16, null, '0171 4')",
                "insert into patient (name, age, phone, fax) values ('John', null, null, null)");
        place.db.models(Patient.class);
        try {
            place.migrations().migrate("new form", Patients.decisions());
        } catch (Undecided asked) {
            Question question = asked.questions().get(0);
            throw new Mistake("migrate still asks: " + question.words(), section(question));
        }
        place.migrations().upgrade();
        return place;
    }

    private static String section(Question question) {
        boolean rename = question.words().startsWith("Column");
        return rename ? RENAME : question.words().contains("null") ? FILL : LOST;
    }

    private static String of(Workplace place, String column, String name) {
        return place.column("select " + column + " from patient where name = '" + name + "'")
                .get(0);
    }

    @Test
    @Order(1)
    @DisplayName("Each patient's phone number is in the column mobile.")
    void mobile() {
        try (Workplace place = hospital()) {
            String susan = of(place, "mobile", "Susan");
            Mistake.when(
                    susan.equals("null"),
                    "Susan has no mobile now, but her phone was 0171 1. Two columns were"
                            + " dropped and one was added, because you didn't rename phone to"
                            + " mobile. droppingAnything agrees to that loss as well.",
                    RENAME);
            Mistake.when(
                    susan.equals("0171 2"),
                    "Susan's mobile is 0171 2, which was her fax number. Rename phone to"
                            + " mobile, not fax.",
                    RENAME);
            String tim = of(place, "mobile", "Tim");
            Mistake.when(
                    !susan.equals("0171 1") || !tim.equals("0171 3"),
                    "Susan's mobile is "
                            + susan
                            + " and Tim's is "
                            + tim
                            + ", but their phones were 0171 1 and 0171 3.",
                    RENAME);
        }
    }

    @Test
    @Order(2)
    @DisplayName("Patients younger than 16 are in the ward children, all others in general.")
    void wards() {
        try (Workplace place = hospital()) {
            String tim = of(place, "ward", "Tim");
            Mistake.when(
                    tim.equals("general"),
                    "Tim is 9, but was put into the ward general. fill sets the same"
                            + " value in all rows; fillSql computes it for each row.",
                    FILL);
            Mistake.when(
                    of(place, "ward", "Mary").equals("children"),
                    "Mary is 16, but was put into the ward children, which is for"
                            + " patients younger than 16.",
                    FILL);
            Mistake.when(
                    of(place, "ward", "John").equals("children"),
                    "John's age is unknown, but he was put into the ward children: null"
                            + " >= 16 is not true, so the else part applies.",
                    FILL);
            ward(place, "Tim", "children");
            ward(place, "Mary", "general");
            ward(place, "John", "general");
            ward(place, "Susan", "general");
        }
    }

    private static void ward(Workplace place, String name, String ward) {
        String is = of(place, "ward", name);
        Mistake.when(
                !is.equals(ward),
                name + " is in the ward " + is + " instead of " + ward + ".",
                FILL);
    }

    @Test
    @Order(3)
    @DisplayName("No patient is lost, and class, files and database agree.")
    void agree() {
        try (Workplace place = hospital()) {
            int patients = place.column("select id from patient").size();
            Mistake.when(
                    patients != 4,
                    "There were 4 patients, and now there are " + patients + ".",
                    LOST);
            Mistake.when(
                    !place.migrations().check().isOk(),
                    "After the upgrade, class, files and database differ:\n"
                            + place.migrations().check(),
                    LOST);
        }
    }
}
