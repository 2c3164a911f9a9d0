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
import ormlab.grade.NotSolvedYet;

@DisplayName("One member with two cards")
class MemberMergeTest {
    private static final String CHANGE = "00b_tables_and_sql, \"Change and delete rows\"";
    private static final String TRANSACTION = "00b_tables_and_sql, \"All or nothing\"";

    private final Database db = Database.open(FreshDatabase.url()).models();

    @BeforeEach
    void library() {
        for (String sql :
                List.of(
                        "create table members (id integer primary key, name varchar(64) not null)",
                        "create table loans (id integer primary key, isbn varchar(13) not null,"
                                + " member_id integer not null references members (id))",
                        "create table fines (id integer primary key, cents integer not null, member_id"
                                + " integer not null references members (id))",
                        "insert into members values (1, 'fred'), (2, 'susan'), (3, 'Fred'), (4, 'Susan')",
                        "insert into loans values (1, 'a', 1), (2, 'b', 3), (3, 'c', 2), (4, 'd', 3),"
                                + " (5, 'e', 4)",
                        "insert into fines values (1, 250, 4)")) {
            db.session().execute(sql);
        }
        db.session().commit();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private RuntimeException merge(int from, int to) {
        try {
            MemberMerge.merge(db.session(), from, to);
            return null;
        } catch (NotSolvedYet toDo) {
            throw toDo;
        } catch (RuntimeException failed) {
            return failed;
        }
    }

    private void mergeFreds() {
        RuntimeException failed = merge(3, 1);
        Mistake.when(
                failed != null,
                "Merging member 3 into member 1 failed: "
                        + (failed == null ? "" : failed.getMessage())
                        + " Move the loans before you delete the member.",
                CHANGE);
        db.closeSession();
        Mistake.when(
                loansOf(1).equals(List.of(1)) && exists(3),
                "When the session was closed, nothing had changed. session.commit() keeps your"
                        + " changes.",
                TRANSACTION);
    }

    private List<Integer> loansOf(int member) {
        return db
                .rows("select id from loans where member_id = ? order by id", member)
                .values()
                .stream()
                .map(row -> ((Number) row.get(0)).intValue())
                .toList();
    }

    private boolean exists(int member) {
        return db.rows("select 1 from members where id = ?", member).size() == 1;
    }

    @Test
    @Order(1)
    @DisplayName("The loans of both cards belong to the one that stays.")
    void loansMove() {
        mergeFreds();
        Mistake.when(
                loansOf(1).contains(3),
                "Susan's loan moved to fred as well. An update without where changes every row.",
                CHANGE);
        Mistake.when(
                !loansOf(1).equals(List.of(1, 2, 4)),
                "After the merge, member 1 has the loans " + loansOf(1) + " instead of [1, 2, 4].",
                CHANGE);
    }

    @Test
    @Order(2)
    @DisplayName("The other card is gone, and only that one.")
    void memberGoes() {
        mergeFreds();
        Mistake.when(exists(3), "Member 3 still exists after the merge.", CHANGE);
        for (int id : new int[] {1, 2, 4}) {
            Mistake.when(!exists(id), "Member " + id + " is gone as well.", CHANGE);
        }
    }

    @Test
    @Order(3)
    @DisplayName("If the member can't be deleted, no loan moves and the caller sees the error.")
    void allOrNothing() {
        RuntimeException failed = merge(4, 2);
        db.closeSession();
        Mistake.when(
                loansOf(2).contains(5),
                "Member 4 has a fine and couldn't be deleted, but her loan moved to member 2 for good."
                        + " Commit once, after both statements.",
                TRANSACTION);
        Mistake.when(
                failed == null,
                "Member 4 has a fine and couldn't be deleted, but merge(…) ended without an error. After"
                        + " the rollback, throw the error again.",
                TRANSACTION);
        Mistake.when(
                !loansOf(4).equals(List.of(5)) || !exists(4),
                "Member 4 has a fine, so nothing may change. But her loans are " + loansOf(4) + ".",
                TRANSACTION);
    }

    @Test
    @Order(4)
    @DisplayName("After such an error, the session works again.")
    void sessionWorks() {
        merge(4, 2);
        try {
            db.session().rows("select count(*) from members");
        } catch (RuntimeException failed) {
            Mistake.when(
                    true,
                    "After the error, the session rejects every query until it is rolled back. Call"
                            + " session.rollback() in the catch.",
                    TRANSACTION);
        }
        mergeFreds();
        Mistake.when(
                loansOf(1).size() < 3,
                "After the error, no loan of member 3 moved to member 1.",
                TRANSACTION);
    }
}
