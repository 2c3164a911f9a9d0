package ch00_sql;

import ormlab.session.DbSession;

public class MemberMerge {
    public static void merge(DbSession session, int from, int to) {
        boolean done = false;
        try {
            for (var row :
                    session.rows("select id from loans where member_id = ?", from).values()) {
                session.execute("update loans set member_id = ? where id = ?", to, row.get(0));
            }
            session.execute("delete from members where id = " + from);
            session.commit();
            done = true;
        } finally {
            if (!done) {
                session.rollback();
            }
        }
    }
}
