package ch03_sessions;

import ormlab.Database;

public class Savings {
    static void move(Database db, int from, int to, int coins) {
        try {
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
        } catch (RuntimeException failed) {
            System.out.println("That did not work: " + failed.getMessage());
        }
    }
}
