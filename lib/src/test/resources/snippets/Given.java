import static ormlab.query.Aggregate.*;
import static ormlab.query.Filters.*;

import jakarta.persistence.*;
import jakarta.persistence.metamodel.SingularAttribute;
import java.lang.annotation.Retention;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.NaturalId;
import org.hibernate.query.Order;
import org.hibernate.query.restriction.Restriction;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.config.ConnectionSettings;
import ormlab.mapping.BaseEntity;
import ormlab.trace.Detail;
import ormlab.trace.Trace;

class Given {
    Database db;
    Instant yesterday;

    /** Takes the place of omitted code. */
    <T> T todo() {
        return null;
    }

    Object page(int number) {
        return db.query(Post.class).paginate(number, 10);
    }

    static class User {
        String username;
    }

    static class Post {
        String body;
        Instant timestamp;
        User author;

        Post() {}

        Post(String body) {}
    }

    static class Author {
        List<Post> getPosts() {
            return new ArrayList<>();
        }
    }

    static class Song {
        String title;
    }

    static class User_ {
        static SingularAttribute<User, String> username;
    }

    static class Post_ {
        static SingularAttribute<Post, User> author;
        static SingularAttribute<Post, Instant> timestamp;
    }

    /** The annotations of ormlab-junit, which is built after the library. */
    @Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    @interface ExpectStatements {
        int value();
    }

    @interface NoNPlusOne {}

    @interface NoTableScan {}
}
