package ch03_sessions;

import ormlab.Database;

public class Savings {
    static void move(Database db, int from, int to, int coins) {
        db.inTransaction(
                session -> {
                    PiggyBank giver = session.find(PiggyBank.class, from);
                    PiggyBank taker = session.find(PiggyBank.class, to);
                    giver.setCoins(giver.getCoins() - coins);
                    taker.setCoins(taker.getCoins() + coins);
                    return null;
                });
    }
}
