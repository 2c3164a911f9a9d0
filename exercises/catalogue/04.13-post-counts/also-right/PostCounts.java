package ch04_queries;

import java.time.Instant;
import java.util.List;
import ormlab.Database;

/** Writes HQL, with joins that drop what isn't wanted. */
public class PostCounts {
    public static List<AuthorCount> all(Database db) {
        return db.session()
                .createSelectionQuery(
                        "select u.username, count(p) from User u left join u.posts p"
                                + " group by u.username order by count(p), u.username",
                        AuthorCount.class)
                .getResultList();
    }

    public static List<AuthorCount> busiest(Database db, Instant since, long least) {
        return db.session()
                .createSelectionQuery(
                        """
                        select u.username, count(p) from Post p join p.author u
                        where p.timestamp >= :since
                        group by u.username having count(p) >= :least
                        order by count(p) desc, u.username
                        """,
                        AuthorCount.class)
                .setParameter("since", since)
                .setParameter("least", least)
                .getResultList();
    }

    public static List<RoleCount> roles(Database db) {
        return db.session()
                .createSelectionQuery(
                        """
                        select r.name, count(u) from User u join u.role r
                        where exists (select 1 from Post p where p.author = u)
                        group by r.name order by count(u) desc, r.name
                        """,
                        RoleCount.class)
                .getResultList();
    }
}
