package ch03_sessions;

import ormlab.Database;

public class Savings {
    static void move(Database db, int from, int to, int coins) {
        PiggyBank giver = db.inTransaction(session -> session.find(PiggyBank.class, from));
        PiggyBank taker = db.inTransaction(session -> session.find(PiggyBank.class, to));
        if (giver.getCoins() < coins) {
            throw new IllegalArgumentException("There are too few coins.");
        }
        giver.setCoins(giver.getCoins() - coins);
        taker.setCoins(taker.getCoins() + coins);
        if (taker.getCoins() > 100) {
            throw new IllegalArgumentException("The bank is full.");
        }
        db.session().commit();
    }
}
