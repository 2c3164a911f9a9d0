package ch00_sql;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.FreshDatabase;
import ormlab.grade.Mistake;

@DisplayName("Tables for a library")
class LibraryTablesTest {
    private static final String TABLES = "00b_tables_and_sql, \"Create a table\"";
    private static final String TWO_TABLES =
            "00b_tables_and_sql, \"Why a role has a table of its own\"";
    private static final String NULL = "00b_tables_and_sql, \"Null is not a value\"";
    private static final String TRANSACTION = "00b_tables_and_sql, \"All or nothing\"";

    private static final String BOOK =
            "insert into books (isbn, title) values ('9780140328721', 'Matilda')";
    private static final String MEMBER = "insert into members (id, name) values (1, 'fred')";
    private static final String LOAN =
            "insert into loans (id, isbn, member_id, returned) values (1, '9780140328721', 1, '2026-03-01')";

    private final Database db = Database.open(FreshDatabase.url()).models();

    @AfterEach
    void close() {
        db.close();
    }

    private void create() {
        LibraryTables.create(db.session());
        db.closeSession();
        Mistake.when(
                !exists("books") && !exists("members") && !exists("loans"),
                "After create(…) the database has none of the three tables. Create them with"
                        + " session.execute(…), and keep them with session.commit().",
                TRANSACTION);
        for (String table : new String[] {"books", "members", "loans"}) {
            Mistake.when(
                    !exists(table),
                    "The database has no table '" + table + "' after create(…).",
                    TABLES);
        }
    }

    private boolean exists(String table) {
        try {
            db.rows("select count(*) from " + table);
            return true;
        } catch (RuntimeException missing) {
            return false;
        }
    }

    private boolean rejects(String... statements) {
        try {
            for (String sql : statements) {
                db.session().execute(sql);
            }
            db.session().commit();
            return false;
        } catch (RuntimeException rejected) {
            db.session().rollback();
            return true;
        }
    }

    private void store(String... statements) {
        for (String sql : statements) {
            db.session().execute(sql);
        }
        db.session().commit();
    }

    private void storeAll() {
        create();
        store(BOOK, MEMBER, LOAN);
    }

    @Test
    @Order(1)
    @DisplayName("A book, a member and a loan can be stored.")
    void stores() {
        storeAll();
        store(
                "insert into books (isbn, title) values ('9780064400558', 'Matilda')",
                "insert into members (id, name) values (2, 'susan')",
                "insert into loans (id, isbn, member_id, returned) values (2, '9780140328721', 1, '2026-03-09')");
    }

    @Test
    @Order(2)
    @DisplayName("Every book has a title, and every member has a name.")
    void required() {
        create();
        Mistake.when(
                !rejects("insert into books (isbn, title) values ('9780140328721', null)"),
                "A book without a title was stored. not null makes the database reject it.",
                TABLES);
        Mistake.when(
                !rejects("insert into members (id, name) values (1, null)"),
                "A member without a name was stored. not null makes the database reject it.",
                TABLES);
    }

    @Test
    @Order(3)
    @DisplayName("No two books share an ISBN, no two members a name, and no two rows an id.")
    void unique() {
        storeAll();
        Mistake.when(
                !rejects("insert into books (isbn, title) values ('9780140328721', 'Emma')"),
                "Two books with the ISBN 9780140328721 were stored. It identifies the book: make it the"
                        + " primary key.",
                TABLES);
        Mistake.when(
                !rejects("insert into members (id, name) values (2, 'fred')"),
                "Two members named fred were stored. unique makes the database reject the second.",
                TABLES);
        Mistake.when(
                !rejects("insert into members (id, name) values (1, 'susan')"),
                "Two members with the id 1 were stored. It identifies the member: make it the primary"
                        + " key.",
                TABLES);
        Mistake.when(
                !rejects("insert into loans (id, isbn, member_id) values (1, '9780140328721', 1)"),
                "Two loans with the id 1 were stored. It identifies the loan: make it the primary key.",
                TABLES);
    }

    @Test
    @Order(4)
    @DisplayName("A loan belongs to a book and a member that exist.")
    void references() {
        storeAll();
        Mistake.when(
                !rejects("insert into loans (id, isbn, member_id) values (2, 'unknown', 1)"),
                "A loan of the ISBN 'unknown' was stored, and no such book exists. references makes the"
                        + " database reject it.",
                TWO_TABLES);
        Mistake.when(
                !rejects("insert into loans (id, isbn, member_id) values (2, '9780140328721', 7)"),
                "A loan to member 7 was stored, and no such member exists. references makes the database"
                        + " reject it.",
                TWO_TABLES);
        Mistake.when(
                !rejects("insert into loans (id, isbn, member_id) values (2, null, 1)"),
                "A loan without a book was stored. A foreign key may be null unless you add not null.",
                NULL);
        Mistake.when(
                !rejects(
                        "insert into loans (id, isbn, member_id) values (2, '9780140328721', null)"),
                "A loan without a member was stored. A foreign key may be null unless you add not null.",
                NULL);
    }

    @Test
    @Order(5)
    @DisplayName("A book that is still out has no date of return.")
    void stillOut() {
        create();
        store(BOOK, MEMBER);
        Mistake.when(
                rejects("insert into loans (id, isbn, member_id) values (1, '9780140328721', 1)"),
                "A loan without a date of return was rejected. The date is unknown until the book is"
                        + " back, so the column must allow null.",
                NULL);
        Mistake.when(
                db.rows("select * from loans where returned is null").size() != 1,
                "A loan without a date of return got one anyway. Leave out the default, so that the"
                        + " column is null.",
                NULL);
    }
}
