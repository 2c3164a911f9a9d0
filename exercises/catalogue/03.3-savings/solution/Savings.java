package ch03_sessions;

import ormlab.Database;

/**
 * Why so: taking and giving are one thing, so they share one transaction. Whatever is thrown in it,
 * by us or by the table's check, gives up both, and the caller hears of it.
 */
public class Savings {
    static void move(Database db, int from, int to, int coins) {
        db.inTransaction(
                session -> {
                    PiggyBank giver = session.find(PiggyBank.class, from);
                    PiggyBank taker = session.find(PiggyBank.class, to);
                    if (giver.getCoins() < coins) {
                        throw new IllegalArgumentException("There are too few coins.");
                    }
                    giver.setCoins(giver.getCoins() - coins);
                    taker.setCoins(taker.getCoins() + coins);
                    return null;
                });
    }
}
