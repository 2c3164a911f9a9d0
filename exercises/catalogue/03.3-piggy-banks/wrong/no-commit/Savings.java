package ch03_sessions;

import ormlab.Database;

public class Savings {
    static void move(Database db, int from, int to, int coins) {
        try {
            PiggyBank giver = db.session().find(PiggyBank.class, from);
            PiggyBank taker = db.session().find(PiggyBank.class, to);
            if (giver.getCoins() < coins) {
                throw new IllegalArgumentException("There are too few coins.");
            }
            giver.setCoins(giver.getCoins() - coins);
            taker.setCoins(taker.getCoins() + coins);
            db.session().flush();
        } catch (RuntimeException failed) {
            db.session().rollback();
            throw failed;
        }
    }
}
