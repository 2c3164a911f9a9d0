package ch09_out_of_the_notebook;

import ormlab.Database;

/** One UPDATE that checks and changes at once; the database locks the row automatically. */
public class Theatre {
    public static final int SPARE = 5;

    public static boolean sell(Database db, Integer play, int seats) {
        return db.inTransaction(
                session ->
                        session.createMutationQuery(
                                                "update Play p set p.free = p.free - :seats"
                                                        + " where p.id = :id and p.free >= :seats")
                                        .setParameter("seats", seats)
                                        .setParameter("id", play)
                                        .executeUpdate()
                                == 1);
    }

    public static int poolSize(int connectionsOfServer, int processes) {
        int each = (connectionsOfServer - SPARE) / processes;
        return each < 1 ? 1 : each;
    }
}
