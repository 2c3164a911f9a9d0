package ch03_sessions;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.Objects;

/**
 * The natural key is known from the start and never changes, so the hash code stays the same when a
 * topic is stored, described or loaded again. The getters are for proxies, whose fields are empty.
 * Without the unique constraint, two rows could be equal.
 */
@Entity
@Table(name = "topics", uniqueConstraints = @UniqueConstraint(columnNames = {"community", "name"}))
public class Topic extends TopicData {
    protected Topic() {}

    public Topic(String community, String name) {
        super(community, name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Topic topic
                && community.equals(topic.getCommunity())
                && name.equals(topic.getName());
    }

    @Override
    public int hashCode() {
        return Objects.hash(community, name);
    }
}
