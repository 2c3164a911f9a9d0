package ch03_sessions;

import jakarta.persistence.*;

/** Has the columns of a topic. You don't need to change this class. */
@MappedSuperclass
public abstract class TopicData {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    protected Integer id;

    @Column(length = 40, nullable = false)
    protected String community;

    @Column(length = 40, nullable = false)
    protected String name;

    protected String description;

    protected TopicData() {}

    protected TopicData(String community, String name) {
        this.community = community;
        this.name = name;
    }

    public Integer getId() {
        return id;
    }

    public String getCommunity() {
        return community;
    }

    public String getName() {
        return name;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }
}
