package ch05_relationships;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;

/** Another user follows the recipient. There is nothing to do here. */
@Entity
@DiscriminatorValue("FOLLOW")
public class Follow extends Notification {
    private String follower;

    protected Follow() {}

    public Follow(String recipient, String follower) {
        super(recipient);
        this.follower = follower;
    }

    @Override
    public String text() {
        return follower + " follows you";
    }
}
