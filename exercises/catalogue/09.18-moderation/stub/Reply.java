package ch09_out_of_the_notebook;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A reply to a post. You don't need to change this class. */
@Entity
@Table(name = "replies")
public class Reply {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private String body;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private TopicPost post;

    protected Reply() {}

    public Reply(String body, TopicPost post) {
        this.body = body;
        this.post = post;
    }

    public TopicPost getPost() {
        return post;
    }
}
