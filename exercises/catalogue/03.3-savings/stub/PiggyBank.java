package ch03_sessions;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Check;

/**
 * A bank that holds at most 100 coins, which its table checks. You don't need to change this class.
 */
@Entity
public class PiggyBank {
    @Id private Integer id;

    @Check(constraints = "coins <= 100")
    private int coins;

    protected PiggyBank() {}

    public PiggyBank(int id, int coins) {
        this.id = id;
        this.coins = coins;
    }

    public int getCoins() {
        return coins;
    }

    public void setCoins(int coins) {
        this.coins = coins;
    }
}
