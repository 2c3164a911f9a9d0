package ch00_sql;

import ormlab.grade.NotSolvedYet;

/**
 * The library has tables now, and questions. Titles and names are unique, and {@code returned} is
 * null while a book is out.
 *
 * <pre>books (isbn, title)   members (id, name)   loans (id, isbn, member_id, returned)</pre>
 */
public class LoanReport {
    // TODO Return one SQL query from each method. The database does the whole work.

    /** Finds the books that are out: title and name of the member, sorted by title. */
    public static String booksOut() {
        throw new NotSolvedYet("write the query for the books that are out");
    }

    /** Finds the titles of books that were never lent, sorted. */
    public static String neverLent() {
        throw new NotSolvedYet("write the query for the books that were never lent");
    }

    /** Counts every member's loans: name and number, largest number first, then by name. */
    public static String loansPerMember() {
        throw new NotSolvedYet("write the query that counts each member's loans");
    }

    /** Finds the names of members with at least {@code ?} loans, which is 1 or more, sorted. */
    public static String keenReaders() {
        throw new NotSolvedYet("write the query for the keen readers");
    }
}
