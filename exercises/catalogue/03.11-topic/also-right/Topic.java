package ch03_sessions;

import jakarta.persistence.Entity;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import org.hibernate.Hibernate;

/** Lets Hibernate find the class behind a proxy, and keeps the key unique by an index. */
@Entity
@Table(name = "topics", indexes = @Index(columnList = "name, community", unique = true))
public class Topic extends TopicData {
    protected Topic() {}

    public Topic(String community, String name) {
        super(community, name);
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (other == null || Hibernate.getClass(this) != Hibernate.getClass(other)) {
            return false;
        }
        Topic topic = (Topic) Hibernate.unproxy(other);
        return name.equals(topic.name) && community.equals(topic.community);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + community.hashCode();
    }
}
