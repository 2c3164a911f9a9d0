package ch09_out_of_the_notebook;

import jakarta.persistence.LockModeType;
import ormlab.Database;

/**
 * A sale is arithmetic, so one UPDATE checks and subtracts. A courier cannot be called back, so the
 * row is locked before anything is decided. A move locks the smaller id first, so that two moves in
 * opposite directions never wait for each other.
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
                    Gear gear = session.find(Gear.class, id, LockModeType.PESSIMISTIC_WRITE);
                    if (gear == null || gear.getPieces() < 1) {
                        return false;
                    }
                    courier.leave(gear.getArticle());
                    gear.add(-1);
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
