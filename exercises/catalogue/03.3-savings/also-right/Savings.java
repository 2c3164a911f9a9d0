package ch03_sessions;

import ormlab.Database;
import ormlab.session.DbSession;

/** The same by hand in the thread's session: commit at the end, rollback after any error. */
public class Savings {
    static void move(Database db, int from, int to, int coins) {
        DbSession session = db.session();
        try {
            PiggyBank giver = db.query(PiggyBank.class).filterBy("id", from).one();
            PiggyBank taker = db.query(PiggyBank.class).filterBy("id", to).one();
            taker.setCoins(taker.getCoins() + coins);
            giver.setCoins(giver.getCoins() - coins);
            if (giver.getCoins() < 0) {
                throw new IllegalArgumentException("too few coins");
            }
            session.commit();
        } catch (RuntimeException failed) {
            session.rollback();
            throw failed;
        }
    }
}
