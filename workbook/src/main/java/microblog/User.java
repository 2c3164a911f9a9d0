package microblog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import ormlab.relationship.DynamicList;

/** A person who writes posts. */
@Entity
@Table(name = "users")
public class User {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(length = 64, nullable = false, unique = true)
    private String username;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Role role;

    @OneToMany(mappedBy = "author")
    private DynamicList<Post> posts = DynamicList.empty();

    protected User() {}

    public User(String username) {
        this(username, null);
    }

    public User(String username, @Nullable Role role) {
        this.username = username;
        this.role = role;
    }

    public Integer getId() {
        return id;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public @Nullable Role getRole() {
        return role;
    }

    public void setRole(@Nullable Role role) {
        this.role = role;
    }

    public DynamicList<Post> getPosts() {
        return posts;
    }

    @Override
    public String toString() {
        return "<User '" + username + "'>";
    }
}
