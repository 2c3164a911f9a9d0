package ch03_sessions;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** A record of the two attributes is the key, and its own equals and hashCode do the rest. */
@Entity
@Table(
        name = "topics",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "one_topic",
                        columnNames = {"name", "community"}))
public class Topic extends TopicData {
    private record Key(String community, String name) {}

    protected Topic() {}

    public Topic(String community, String name) {
        super(community, name);
    }

    private Key key() {
        return new Key(getCommunity(), getName());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Topic && key().equals(((Topic) other).key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }
}
