import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import ormlab.relationship.DynamicList;

/** The same two tables, mapped with a lazy list on both sides and with a dynamic list. */
final class Models {
    private Models() {}

    @Entity(name = "User")
    @Table(
            name = "users",
            indexes = {
                @Index(columnList = "username", unique = true),
                @Index(columnList = "email", unique = true)
            })
    public static class User {
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

        public User() {}

        User(int i) {
            username = Texts.name(i);
            email = Texts.mail(i);
            passwordHash = Texts.hash(i);
        }
    }

    @Entity(name = "Post")
    @Table(
            name = "posts",
            indexes = @Index(columnList = "user_id, timestamp"))
    public static class Post {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 140)
        String body;

        LocalDateTime timestamp;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "user_id")
        User author;
    }

    /** Like {@link User}, but with a dynamic list on the inverse side. */
    @Entity(name = "Member")
    @Table(
            name = "users",
            indexes = {
                @Index(columnList = "username", unique = true),
                @Index(columnList = "email", unique = true)
            })
    public static class Member {
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
        DynamicList<Letter> posts = DynamicList.empty();

        public Member() {}

        Member(int i) {
            username = Texts.name(i);
            email = Texts.mail(i);
            passwordHash = Texts.hash(i);
        }
    }

    @Entity(name = "Letter")
    @Table(name = "posts")
    public static class Letter {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "user_id")
        Member author;
    }

    @Entity(name = "Writer")
    @Table(name = "users")
    public static class Writer {
        @Id Integer id;
        String username;

        @OneToMany(mappedBy = "author")
        DynamicList<Article> posts = DynamicList.empty();
    }

    @Entity(name = "Article")
    @Table(name = "posts")
    public static class Article {
        @Id Integer id;
        String body;
        LocalDateTime timestamp;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "user_id")
        Writer author;
    }

    /** The same texts for every contender; creating them is part of the timed work. */
    static final class Texts {
        private Texts() {}

        static String name(int i) {
            return "user" + padded(Integer.toString(i), 6);
        }

        static String mail(int i) {
            return name(i) + "@example.com";
        }

        static String hash(int i) {
            return "pbkdf2:sha256:" + padded(Long.toHexString(i * 2654435761L), 64);
        }

        private static String padded(String digits, int width) {
            return "0".repeat(Math.max(0, width - digits.length())) + digits;
        }
    }
}
