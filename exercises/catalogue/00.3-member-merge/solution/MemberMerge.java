package ch00_sql;

import ormlab.session.DbSession;

/**
 * The loans move first, because a member who is still referred to can't be deleted. Both statements
 * belong to one transaction: if the delete fails, the rollback moves the loans back.
 */
public class MemberMerge {
    public static void merge(DbSession session, int from, int to) {
        try {
            session.execute("update loans set member_id = ? where member_id = ?", to, from);
            session.execute("delete from members where id = ?", from);
            session.commit();
        } catch (RuntimeException failed) {
            session.rollback();
            throw failed;
        }
    }
}
