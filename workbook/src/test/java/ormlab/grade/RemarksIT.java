package ormlab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.grade.run.Watch;

class RemarksIT {
    private static final String FEED = "src/main/java/ch01_sums/Feed.java";

    private static final String STUB =
            """
            package ch01_sums;

            import java.util.List;
            import ormlab.grade.NotSolvedYet;
            import ormlab.query.Query;

            public class Feed {
                static List<String> lines(Query<Note> notes) {
                    throw new NotSolvedYet("the lines");
                }
            }
            """;

    private static final String MODELS =
            """
            package ch01_sums;

            import jakarta.persistence.*;

            @Entity
            class Note {
                @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
                @ManyToOne(fetch = FetchType.LAZY) Writer writer;
                protected Note() {}
                Note(Writer writer) { this.writer = writer; }
                Writer writer() { return writer; }
            }

            @Entity
            class Writer {
                @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
                String name;
                protected Writer() {}
                Writer(String name) { this.name = name; }
                String name() { return name; }
            }
            """;

    private static final String GRADER =
            """
            package ch01_sums;

            import java.util.List;
            import org.junit.jupiter.api.*;
            import ormlab.Database;
            import ormlab.grade.*;

            class FeedTest {
                @Test
                @Order(1)
                @DisplayName("Each note has its writer.")
                void lines() {
                    try (Database db = Database.open(FreshDatabase.url())) {
                        db.models(Note.class, Writer.class).createAll();
                        for (int i = 0; i < 10; i++) {
                            Writer writer = new Writer("w" + i);
                            db.session().addAll(writer, new Note(writer));
                        }
                        db.session().commit();
                        db.closeSession();
                        List<String> lines = Feed.lines(db.query(Note.class));
                        Mistake.when(lines.size() != 10, "Ten lines.", "01_sums, \\"Adding\\"");
                    }
                }
            }
            """;

    private static final String ONE_BY_ONE =
            answer("notes.all().stream().map(note -> note.writer().name()).toList()");
    private static final String FETCHED =
            answer("notes.fetch(\"writer\").all().stream().map(n -> n.writer().name()).toList()");
    private static final String REMARK =
            "Right, with 10 more SELECTs than the solution in task 1. Note.writer loaded with 10"
                    + " statements, one for each Writer. Fetch it with its owners:"
                    + " db.query(Note.class).fetch(\"writer\").";

    @TempDir Path folder;
    private Workbook workbook;

    @BeforeEach
    void workbook() throws IOException {
        workbook = new Workbook(folder);
        String place = "catalogue/01.2-feed/";
        workbook.write(
                place + "exercise.properties",
                "title = A feed\nclass = ch01_sums.Feed\nsection = 01_sums, \"Adding\"\n");
        workbook.write(place + "stub/Feed.java", STUB);
        workbook.write(place + "stub/Note.java", MODELS);
        workbook.write(place + "solution/Feed.java", FETCHED);
        workbook.write(place + "grader/ch01_sums/FeedTest.java", GRADER);
    }

    private static String answer(String value) {
        return STUB.replace("throw new NotSolvedYet(\"the lines\")", "return " + value);
    }

    @Test
    void a_right_answer_with_many_statements_gets_the_same_remark_everywhere() throws IOException {
        workbook.write(FEED, ONE_BY_ONE);
        List<String> watched = new ArrayList<>();
        new Watch(workbook.exercises(), "01.2", watched::add).begin();
        Grade grade = workbook.exercises().grade("01.2");
        assertThat(grade.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(grade.remarks()).containsExactly(REMARK);
        assertThat(grade.html()).contains("<p>Right, with 10 more SELECTs than the solution in");
        assertThat(oneLine(grade.text())).contains(REMARK);
        assertThat(oneLine(watched.get(0))).contains(REMARK);
        Grade known = workbook.exercises().gradeUnlessPassed("01.2");
        assertThat(known.remarks()).containsExactly(REMARK);
        assertThat(oneLine(Report.of(workbook.exercises(), "01.2").text())).contains(REMARK);
    }

    @Test
    void an_answer_as_cheap_as_the_solution_gets_none() throws IOException {
        workbook.write(FEED, ONE_BY_ONE);
        workbook.exercises().grade("01.2");
        workbook.write(FEED, FETCHED + "// other words\n");
        assertThat(workbook.exercises().grade("01.2").remarks()).isEmpty();
        assertThat(workbook.exercises().gradeUnlessPassed("01.2").remarks()).isEmpty();
    }

    @Test
    void an_answer_that_is_wrong_gets_none() throws IOException {
        workbook.write(FEED, ONE_BY_ONE.replace(".toList()", ".limit(1).toList()"));
        Grade wrong = workbook.exercises().grade("01.2");
        assertThat(wrong.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(wrong.remarks()).isEmpty();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
