package ch00_sql;

import ormlab.grade.NotSolvedYet;
import ormlab.session.DbSession;

/**
 * Somebody joined the library twice, so one person has two rows in {@code members}. Their loans
 * should belong to one of them, and the other one should be gone.
 *
 * <pre>
 * members (id, name)
 * loans   (id, isbn, member_id)      member_id refers to members
 * fines   (id, cents, member_id)     member_id refers to members
 * </pre>
 */
public class MemberMerge {
    // TODO Merge the two in one transaction, with session.execute(…).

    /**
     * Moves all loans of one member to another, deletes the first, and keeps the result.
     *
     * <p>A member who still has a fine can't be deleted. In this case the database's error goes on
     * to the caller, nothing has changed, and the session can be used again.
     *
     * @param from the id of the member to delete
     * @param to the id of the member to keep
     */
    public static void merge(DbSession session, int from, int to) {
        throw new NotSolvedYet("move the loans of member " + from + " to member " + to);
    }
}
