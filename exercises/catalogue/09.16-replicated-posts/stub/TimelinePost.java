package ch09_out_of_the_notebook;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import ormlab.Database;

/** A post on the page that every visitor sees first. You don't need to change this class. */
@Entity
@Table(name = "posts")
public class TimelinePost {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private String author;
    private String body;

    protected TimelinePost() {}

    public TimelinePost(String author, String body) {
        this.author = author;
        this.body = body;
    }

    public Integer getId() {
        return id;
    }

    public String getBody() {
        return body;
    }

    /** Reads the texts of the ten newest posts from a server. */
    public static List<String> newest(Database server) {
        return server.query(TimelinePost.class)
                .orderBy("id desc")
                .limit(10)
                .select(String.class, "body")
                .all();
    }
}
