package ch03_sessions;

import ormlab.Database;

public class Savings {
    static void move(Database db, int from, int to, int coins) {
        try {
            PiggyBank giver = db.session().find(PiggyBank.class, from);
            if (giver.getCoins() < coins) {
                throw new IllegalArgumentException("There are too few coins.");
            }
            giver.setCoins(giver.getCoins() - coins);
            db.session().commit();
            PiggyBank taker = db.session().find(PiggyBank.class, to);
            taker.setCoins(taker.getCoins() + coins);
            db.session().commit();
        } catch (RuntimeException failed) {
            db.session().rollback();
            throw failed;
        }
    }
}
