package ch05_relationships;

import ormlab.grade.NotSolvedYet;

/**
 * Something that a user of the microblog should know. Its kinds are Follow and Mention.
 *
 * <p>TODO Make this class an entity with a generated id and a recipient that must not be null. All
 * kinds share one table, in which the column kind contains FOLLOW or MENTION.
 */
public abstract class Notification {
    protected Notification() {}

    protected Notification(String recipient) {
        throw new NotSolvedYet("keep the recipient");
    }

    public String getRecipient() {
        throw new NotSolvedYet("return the recipient");
    }

    public abstract String text();
}
