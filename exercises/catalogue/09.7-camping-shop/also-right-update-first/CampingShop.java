package ch09_out_of_the_notebook;

import jakarta.persistence.LockModeType;
import ormlab.Database;

/**
 * The UPDATE that takes the piece locks its row, so the courier leaves only for a piece that is
 * taken.
 */
public class CampingShop {
    public static boolean sell(Database db, Integer id, int pieces) {
        return db.inTransaction(
                session ->
                        session.createMutationQuery(
                                                "update Gear set pieces = pieces - :sold"
                                                        + " where id = :id and pieces >= :sold")
                                        .setParameter("sold", pieces)
                                        .setParameter("id", id)
                                        .executeUpdate()
                                == 1);
    }

    public static boolean send(Database db, Integer id, Courier courier) {
        return db.inTransaction(
                session -> {
                    int taken =
                            session.createMutationQuery(
                                            "update Gear set pieces = pieces - 1"
                                                    + " where id = :id and pieces > 0")
                                    .setParameter("id", id)
                                    .executeUpdate();
                    if (taken == 0) {
                        return false;
                    }
                    courier.leave(session.find(Gear.class, id).getArticle());
                    return true;
                });
    }

    public static boolean move(Database db, Integer from, Integer to, int pieces) {
        Integer first = Math.min(from, to);
        Integer second = Math.max(from, to);
        return db.inTransaction(
                session -> {
                    session.find(Gear.class, first, LockModeType.PESSIMISTIC_WRITE);
                    session.find(Gear.class, second, LockModeType.PESSIMISTIC_WRITE);
                    Gear giving = session.find(Gear.class, from);
                    Gear taking = session.find(Gear.class, to);
                    if (giving == null || taking == null || giving.getPieces() < pieces) {
                        return false;
                    }
                    giving.add(-pieces);
                    taking.add(pieces);
                    return true;
                });
    }
}
