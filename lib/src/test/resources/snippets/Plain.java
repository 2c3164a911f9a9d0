import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.*;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.Transaction;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.cfg.Configuration;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.hibernate.query.KeyedResultList;
import org.hibernate.query.Order;
import org.hibernate.query.Page;
import org.hibernate.query.restriction.Restriction;
import org.hibernate.query.specification.SelectionSpecification;
import org.hibernate.relational.SchemaManager;

/** A microblog without ormlab, and what the code in the folds takes for granted. */
abstract class Plain {
    SessionFactory sessionFactory;
    Session session;
    Server postgres;
    String url;
    String user;
    String password;
    Role observer;
    List<Post> posts = new ArrayList<>();

    abstract void run() throws Exception;

    record Server(String getJdbcUrl, String getUsername, String getPassword) {}

    /** Opens a factory with these settings, stores a few rows and runs the code. */
    final void runWith(String url, String user, String password, String dialect) throws Exception {
        this.url = url;
        this.user = user;
        this.password = password;
        postgres = new Server(url, user, password);
        var settings =
                new HibernatePersistenceConfiguration("plain")
                        .managedClasses(models())
                        .jdbcUrl(url)
                        .jdbcCredentials(user, password);
        if (dialect != null) {
            settings.property("hibernate.dialect", dialect);
        }
        try (SessionFactory factory = settings.createEntityManagerFactory()) {
            sessionFactory = factory;
            factory.getSchemaManager().create(false);
            factory.inTransaction(this::store);
            factory.inTransaction(this::load); // on its own, so that it locks no table
            factory.inTransaction(
                    open -> {
                        session = open;
                        try {
                            run();
                        } catch (Exception failed) {
                            throw new IllegalStateException(failed);
                        }
                    });
        }
    }

    Class<?>[] models() {
        return new Class<?>[] {Role.class, User.class, Post.class, Photo.class, Comment.class};
    }

    void load(Session session) {
        observer = session.find(Role.class, 1);
        var users = sessionFactory.getMetamodel().entity(User.class);
        User_.username = users.getDeclaredSingularAttribute("username", String.class);
    }

    void store(Session session) {
        Role role = new Role("Observer");
        User fred = new User("fred", role);
        User steve = new User("steve", role);
        Photo photo = new Photo("look", fred, "cat.jpg");
        List.of(role, fred, steve, new Post("good morning", fred), photo, new Comment(photo)).forEach(session::persist);
        for (int i = 0; i < 12; i++) {
            session.persist(new Post("post " + i, fred));
            posts.add(new Post("another post " + i, fred));
        }
    }

    static class User_ {
        static SingularAttribute<User, String> username;
    }

    @Entity
    static class Label {
        @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
        String text;
    }

    @Entity
    static class Sample {
        @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
        String firstName;
    }

    @Entity(name = "Role")
    @Table(name = "roles")
    static class Role {
        @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
        String name;
        @OneToMany(mappedBy = "role") List<User> users = new ArrayList<>();

        protected Role() {}

        Role(String name) { this.name = name; }

        List<User> getUsers() { return users; }
    }

    @Embeddable
    static class Place {
        String city;
        String country;
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class User {
        @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
        @Column(unique = true) String username;
        int invitations = 3;
        @Embedded Place home;
        @ManyToOne(fetch = FetchType.LAZY) Role role;
        @OneToMany(mappedBy = "author") List<Post> posts = new ArrayList<>();

        protected User() {}

        User(String username) { this(username, null); }

        User(String username, Role role) {
            this.username = username;
            this.role = role;
        }

        Integer getId() { return id; }

        void setUsername(String username) { this.username = username; }

        void setRole(Role role) { this.role = role; }

        void give(int more) { invitations += more; }
    }

    @Entity(name = "Post")
    @Table(name = "posts")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Post {
        @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
        String body;
        @ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = "author_id") User author;

        protected Post() {}

        Post(String body, User author) {
            this.body = body;
            this.author = author;
        }

        User getAuthor() { return author; }
    }

    @Entity(name = "Photo")
    static class Photo extends Post {
        String file;

        protected Photo() {}

        Photo(String body, User author, String file) {
            super(body, author);
            this.file = file;
        }
    }

    @Entity(name = "Comment")
    static class Comment {
        @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
        @ManyToOne Post post;

        protected Comment() {}

        Comment(Post post) { this.post = post; }
    }
}

/** What the fold with tags takes for granted. */
abstract class PlainTags extends Plain {
    @Override
    Class<?>[] models() {
        return new Class<?>[] {Post.class, Tag.class};
    }

    @Override
    void load(Session session) {}

    @Override
    void store(Session session) {
        session.persist(new Post());
    }

    @Entity(name = "Post")
    static class Post {
        @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
        @ManyToMany Set<Tag> tags = new HashSet<>();

        Set<Tag> getTags() { return tags; }
    }

    @Entity(name = "Tag")
    static class Tag {
        @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
        String name;

        protected Tag() {}

        Tag(String name) { this.name = name; }
    }
}
