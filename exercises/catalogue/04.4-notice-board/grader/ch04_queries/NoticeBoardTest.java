package ch04_queries;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.grade.NotSolvedYet;
import ormlab.query.NotFound;
import ormlab.query.Page;
import ormlab.query.Query;

@DisplayName("The notice board of a house")
class NoticeBoardTest {
    private static final String PAGE = "04b_pages, \"What a page knows\"";
    private static final String LINKS = "04b_pages, \"Links to the other pages\"";
    private static final String MISSING = "04b_pages, \"Pages that don't exist\"";
    private static final String ORDER = "04_queries, \"Order and limit\"";
    private static final int NOTICES = 23;

    private final Database db = Database.open("sqlite://");
    private final Query<Notice> notices = db.query(Notice.class);

    @BeforeEach
    void pin() {
        db.models(Notice.class).createAll();
        for (int i = 0; i < NOTICES; i++) {
            int minute = minute(i);
            Instant pinned = Instant.parse("2026-03-01T08:00:00Z").plusSeconds(60L * minute);
            db.session().add(new Notice(text(minute), pinned));
        }
        db.session().commit();
        db.closeSession();
    }

    /** 7 and 23 have no common divisor, so each minute occurs once, and not in order. */
    private static int minute(int place) {
        return (place * 7 + 3) % NOTICES;
    }

    private static String text(int minute) {
        return "notice of minute " + minute;
    }

    @AfterEach
    void close() {
        db.close();
    }

    private static RuntimeException error(Supplier<?> code) {
        try {
            code.get();
            return null;
        } catch (NotSolvedYet toDo) {
            throw toDo;
        } catch (RuntimeException thrown) {
            return thrown;
        }
    }

    private List<String> texts(String typed) {
        return NoticeBoard.page(notices, typed).items().stream().map(Notice::getText).toList();
    }

    @Test
    @Order(1)
    @DisplayName(
            "Each page has five notices, the newest first, and page 2 continues where page 1 ends.")
    void pages() {
        List<String> first = texts("1");
        Mistake.when(
                first.size() != 5, "Page 1 has " + first.size() + " notices instead of 5.", PAGE);
        Mistake.when(
                first.get(0).equals(text(minute(0))),
                "Page 1 begins with the notice that was stored first: the query is not"
                        + " sorted, so pages could even repeat rows. Add an orderBy.",
                ORDER);
        Mistake.when(
                first.get(0).equals(text(0)),
                "Page 1 begins with the oldest notice instead of the one that was pinned"
                        + " last.",
                ORDER);
        Mistake.when(
                first.get(0).equals(text(NOTICES - 6)),
                "Page 1 begins with the sixth notice, so it is page 2. Pages are numbered"
                        + " from 1, as in the address.",
                PAGE);
        Mistake.when(
                !first.get(0).equals(text(NOTICES - 1))
                        || !texts("2").get(0).equals(text(NOTICES - 6)),
                "Page 1 is " + first + ", and page 2 is " + texts("2") + ".",
                PAGE);
    }

    @Test
    @Order(2)
    @DisplayName("Text that is not a number means page 1; a number without a page is not found.")
    void typed() {
        RuntimeException word = error(() -> NoticeBoard.page(notices, "x"));
        RuntimeException missing = error(() -> NoticeBoard.page(notices, null));
        Mistake.when(
                word instanceof NumberFormatException || missing instanceof NumberFormatException,
                "An address may contain any text: for the page 'x', your code throws a"
                        + " NumberFormatException. PageRequest.parse reads such text.",
                MISSING);
        Mistake.when(word != null, "For the page 'x', your code throws: " + word, MISSING);
        Mistake.when(
                missing != null, "Without a page number, your code throws: " + missing, MISSING);
        Mistake.when(
                !texts("x").equals(texts("1")), "The page 'x' is not the same as page 1.", MISSING);
        RuntimeException beyond = error(() -> NoticeBoard.page(notices, "9"));
        Mistake.when(
                beyond == null,
                "Page 9 of 5 is an empty page. An address without a page should be an"
                        + " error; allowingEmpty() turns that off.",
                MISSING);
        Mistake.when(
                !(beyond instanceof NotFound),
                "Page 9 throws " + beyond + " instead of NotFound.",
                MISSING);
    }

    @Test
    @Order(3)
    @DisplayName("The caption contains the positions of the page's notices and the total.")
    void caption() {
        String caption = NoticeBoard.caption(notices.orderBy("id").paginate(2, 5));
        Mistake.when(
                caption.equals("6 to 10 of 5"),
                "The caption is '6 to 10 of 5': items() are those of this page, total()"
                        + " counts all.",
                PAGE);
        Mistake.when(
                !caption.equals("6 to 10 of 23"),
                "The caption of page 2 is '" + caption + "' instead of '6 to 10 of 23'.",
                PAGE);
    }

    @Test
    @Order(4)
    @DisplayName("The row of page numbers marks the current page and shows gaps.")
    void links() {
        Page<Notice> page = notices.orderBy("id").paginate(9, 1);
        String links = NoticeBoard.links(page);
        String right = "1 2 … 7 8 [9] 10 11 12 13 … 22 23";
        Mistake.when(
                links.startsWith("1 2 3 4"),
                "The row contains all "
                        + NOTICES
                        + " numbers. pageNumbers() leaves out those far from the ends and from the"
                        + " current page.",
                LINKS);
        Mistake.when(
                links.replaceAll(" +", " ").equals(right.replace("… ", "")),
                "The gaps in '" + links + "' are not marked. Write … there.",
                LINKS);
        Mistake.when(
                !links.equals(right),
                "The row is '" + links + "' instead of '" + right + "'.",
                LINKS);
    }
}
