package microblog.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;

import ormlab.relationship.DynamicList;

/** A person with an account. */
@Entity
@Table(name = "users")
public class User {
    public static final int LONGEST_USERNAME = 64;
    public static final int LONGEST_EMAIL = 120;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(length = LONGEST_USERNAME, nullable = false, unique = true)
    private String username;

    @Column(length = LONGEST_EMAIL, nullable = false, unique = true)
    private String email;

    @Column(length = 128, nullable = false)
    private String passwordHash;

    @OneToMany(mappedBy = "author")
    private DynamicList<Post> posts = DynamicList.empty();

    protected User() {}

    public User(String username, String email, String passwordHash) {
        this.username = username;
        this.email = email;
        this.passwordHash = passwordHash;
    }

    public Integer getId() {
        return id;
    }

    public String getUsername() {
        return username;
    }

    public String getEmail() {
        return email;
    }

    public String getPasswordHash() {
        return passwordHash;
    }

    public DynamicList<Post> getPosts() {
        return posts;
    }

    @Override
    public String toString() {
        return "<User '" + username + "'>";
    }
}
