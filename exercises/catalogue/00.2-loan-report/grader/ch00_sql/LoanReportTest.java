package ch00_sql;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.FreshDatabase;
import ormlab.grade.Mistake;

@DisplayName("Reports on loans")
class LoanReportTest {
    private static final String NULL = "00b_tables_and_sql, \"Null is not a value\"";
    private static final String JOIN = "00b_tables_and_sql, \"Join two tables\"";
    private static final String LEFT_JOIN =
            "00b_tables_and_sql, \"Keep the rows without a partner\"";
    private static final String GROUPS = "00b_tables_and_sql, \"Count and sum\"";
    private static final String ORDER = "00b_tables_and_sql, \"Read rows\"";

    private static final List<List<Object>> OUT =
            List.of(List.of("Emma", "susan"), List.of("Persuasion", "fred"));
    private static final List<List<Object>> PER_MEMBER =
            List.of(
                    List.of("susan", 3L),
                    List.of("fred", 2L),
                    List.of("steve", 2L),
                    List.of("anna", 0L),
                    List.of("john", 0L));

    private final Database db = Database.open(FreshDatabase.url()).models();

    @BeforeEach
    void library() {
        for (String sql :
                List.of(
                        "create table books (isbn varchar(13) primary key, title varchar(200) not null)",
                        "create table members (id integer primary key, name varchar(64) not null)",
                        "create table loans (id integer primary key, isbn varchar(13) not null,"
                                + " member_id integer not null, returned date)",
                        "insert into books values ('3', 'Persuasion'), ('1', 'Matilda'), ('2', 'Emma'),"
                                + " ('5', 'Villette'), ('4', 'Middlemarch')",
                        "insert into members values (1, 'steve'), (2, 'fred'), (3, 'susan'), (4, 'john'),"
                                + " (5, 'anna')",
                        "insert into loans values (1, '1', 3, '2026-03-01'), (2, '2', 2, '2026-03-01'),"
                                + " (3, '3', 3, '2026-03-04'), (4, '1', 1, '2026-03-07'),"
                                + " (5, '3', 2, null), (6, '2', 3, null), (7, '1', 1, '2026-04-11')")) {
            db.session().execute(sql);
        }
        db.session().commit();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private List<List<Object>> rows(String sql, Object... binds) {
        return db.session().rows(sql, binds).values().stream()
                .map(row -> row.stream().map(LoanReportTest::plain).toList())
                .toList();
    }

    /** Databases count in different types. */
    private static Object plain(Object value) {
        return value instanceof Number number ? (Object) number.longValue() : String.valueOf(value);
    }

    private static void require(
            List<List<Object>> found, List<List<Object>> right, String section) {
        Mistake.when(
                !found.isEmpty() && found.get(0).size() != right.get(0).size(),
                "The query returns %s columns, and the report has %s."
                        .formatted(found.isEmpty() ? 0 : found.get(0).size(), right.get(0).size()),
                section);
        Mistake.when(
                found.size() == right.size() && !found.equals(right) && found.containsAll(right),
                "The rows are right, but their order is %s instead of %s."
                        .formatted(names(found), names(right)),
                ORDER);
        Mistake.when(
                !found.equals(right),
                "The query found %s instead of %s.".formatted(found, right),
                section);
    }

    private static List<Object> names(List<List<Object>> rows) {
        return rows.stream().map(row -> row.get(0)).toList();
    }

    @Test
    @Order(1)
    @DisplayName("The books that are out are listed with the member who has them.")
    void booksOut() {
        List<List<Object>> found = rows(LoanReport.booksOut());
        Mistake.when(
                found.isEmpty(),
                "The query says that no book is out, but Emma and Persuasion are. A comparison with"
                        + " null is never true: ask with is null.",
                NULL);
        Mistake.when(
                found.size() == 7,
                "The query lists all 7 loans. Only those without a date of return are out.",
                NULL);
        Mistake.when(
                found.size() > 7,
                "The query found "
                        + found.size()
                        + " rows, and there are 7 loans. A join without its on pairs every row with"
                        + " every other.",
                JOIN);
        require(found, OUT, JOIN);
    }

    @Test
    @Order(2)
    @DisplayName("A book that was never lent is found.")
    void neverLent() {
        List<List<Object>> found = rows(LoanReport.neverLent());
        Mistake.when(
                found.isEmpty(),
                "The query finds no book, but Middlemarch and Villette were never lent. A join drops rows"
                        + " without a partner; a left join keeps them.",
                LEFT_JOIN);
        require(found, List.of(List.of("Middlemarch"), List.of("Villette")), LEFT_JOIN);
    }

    @Test
    @Order(3)
    @DisplayName("Each member's loans are counted, and the largest number comes first.")
    void loansPerMember() {
        List<List<Object>> found = rows(LoanReport.loansPerMember());
        Mistake.when(
                found.size() == 3,
                "Anna and john are missing: they have no loan, and a join drops them. Use a left join.",
                LEFT_JOIN);
        Mistake.when(
                found.contains(List.of("anna", 1L)),
                "The query says that anna has 1 loan, but she has none. count(*) counts her own"
                        + " row; count a column of loans.",
                GROUPS);
        require(found, PER_MEMBER, GROUPS);
    }

    @Test
    @Order(4)
    @DisplayName("Members with at least the given number of loans are found.")
    void keenReaders() {
        List<List<Object>> found = rows(LoanReport.keenReaders(), 2);
        Mistake.when(
                found.equals(List.of(List.of("susan"))),
                "With at least 2 loans, only susan is found. Fred and steve have exactly 2: at least is"
                        + " >=, not >.",
                GROUPS);
        require(found, List.of(List.of("fred"), List.of("steve"), List.of("susan")), GROUPS);
        require(rows(LoanReport.keenReaders(), 3), List.of(List.of("susan")), GROUPS);
    }
}
