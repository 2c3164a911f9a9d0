package ch09_out_of_the_notebook;

import ormlab.Database;

/** Only UPDATEs, which lock their rows until the commit. An exception takes them back. */
public class CampingShop {
    private static final class TooFew extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static boolean add(Database db, Integer id, int pieces) {
        return db.session()
                        .execute(
                                "update gear set pieces = pieces + ?"
                                        + " where id = ? and pieces + ? >= 0",
                                pieces,
                                id,
                                pieces)
                == 1;
    }

    public static boolean sell(Database db, Integer id, int pieces) {
        boolean sold = add(db, id, -pieces);
        db.session().commit();
        return sold;
    }

    public static boolean send(Database db, Integer id, Courier courier) {
        try {
            boolean enough = add(db, id, -1);
            if (enough) {
                courier.leave(
                        db.query(Gear.class)
                                .filterBy("id", id)
                                .select(String.class, "article")
                                .one());
            }
            db.session().commit();
            return enough;
        } catch (RuntimeException failed) {
            db.session().rollback();
            throw failed;
        }
    }

    public static boolean move(Database db, Integer from, Integer to, int pieces) {
        try {
            boolean up = from < to;
            if (!add(db, up ? from : to, up ? -pieces : pieces)
                    || !add(db, up ? to : from, up ? pieces : -pieces)) {
                throw new TooFew();
            }
            db.session().commit();
            return true;
        } catch (TooFew nothingMoved) {
            db.session().rollback();
            return false;
        }
    }
}
