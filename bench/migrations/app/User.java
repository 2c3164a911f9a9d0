package app;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** A user, who writes posts. */
@Entity
@Table(
        name = "users",
        indexes = {
            @Index(name = "ix_users_username", columnList = "username", unique = true),
            @Index(name = "ix_users_email", columnList = "email", unique = true)
        })
public class User {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @Column(length = 64)
    String username;

    @Column(length = 120)
    String email;

    @Column(name = "password_hash", length = 128)
    String passwordHash;

    @OneToMany(mappedBy = "author")
    List<Post> posts = new ArrayList<>();
}
