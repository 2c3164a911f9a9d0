package ch00_sql;

import ormlab.grade.NotSolvedYet;
import ormlab.session.DbSession;

/**
 * A village library has written its loans in a paper notebook for years. Give it three tables:
 *
 * <pre>
 * books     isbn       text, identifies the book
 *           title      text, every book has one
 * members   id         whole number, identifies the member
 *           name       text, every member has one, and no two members have the same
 * loans     id         whole number, identifies the loan
 *           isbn       the book, always known
 *           member_id  the member, always known
 *           returned   date, unknown until the book is back
 * </pre>
 *
 * Whoever adds a row chooses its id.
 */
public class LibraryTables {
    // TODO Create the three tables with session.execute("create table …"), and keep them.

    /** Creates the tables in an empty database. */
    public static void create(DbSession session) {
        throw new NotSolvedYet("create the tables books, members and loans");
    }
}
