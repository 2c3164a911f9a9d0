package ch09_out_of_the_notebook;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import ormlab.Database;
import ormlab.session.DbSession;

/** One query locks the rows that a decision needs, in the order of their ids. */
public class CampingShop {
    private static Map<Integer, Gear> locked(DbSession session, Integer... ids) {
        return session
                .createSelectionQuery("from Gear where id in (:ids) order by id", Gear.class)
                .setParameterList("ids", List.of(ids))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(Gear::getId, Function.identity()));
    }

    public static boolean sell(Database db, Integer id, int pieces) {
        return db.inTransaction(
                session ->
                        session.execute(
                                        "update gear set pieces = pieces - ?"
                                                + " where id = ? and pieces >= ?",
                                        pieces,
                                        id,
                                        pieces)
                                > 0);
    }

    public static boolean send(Database db, Integer id, Courier courier) {
        return db.inTransaction(
                session -> {
                    Gear gear = locked(session, id).get(id);
                    boolean left = gear != null && gear.getPieces() > 0;
                    if (left) {
                        gear.add(-1);
                        courier.leave(gear.getArticle());
                    }
                    return left;
                });
    }

    public static boolean move(Database db, Integer from, Integer to, int pieces) {
        return db.inTransaction(
                session -> {
                    Map<Integer, Gear> both = locked(session, from, to);
                    if (both.size() < 2 || both.get(from).getPieces() < pieces) {
                        return false;
                    }
                    both.get(from).add(-pieces);
                    both.get(to).add(pieces);
                    return true;
                });
    }
}
