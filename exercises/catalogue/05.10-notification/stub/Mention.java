package ch05_relationships;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;

/** A post mentions the recipient. There is nothing to do here. */
@Entity
@DiscriminatorValue("MENTION")
public class Mention extends Notification {
    private String author;

    protected Mention() {}

    public Mention(String recipient, String author) {
        super(recipient);
        this.author = author;
    }

    @Override
    public String text() {
        return author + " mentioned you";
    }
}
