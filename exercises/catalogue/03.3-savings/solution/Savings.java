package ch03_sessions;

import ormlab.Database;

/**
 * Both changes belong together, so they share one transaction. Any exception, ours or that of the
 * table's check, rolls back both and reaches the caller.
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
