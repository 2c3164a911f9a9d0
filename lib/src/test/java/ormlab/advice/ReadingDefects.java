package ormlab.advice;

import java.util.List;
import ormlab.Database;
import ormlab.advice.Blog.Author;
import ormlab.advice.Blog.Comment;
import ormlab.advice.Blog.Post;
import ormlab.trace.Advice.Kind;

/** Rows that are loaded but hardly read. */
final class ReadingDefects {
    static final List<Defect> ALL =
            List.of(
                    Defect.of(
                            Kind.COUNTED_IN_JAVA,
                            "all().size()",
                            db -> db.query(Post.class).all().size(),
                            "Write count() in place of all().size().",
                            db -> db.query(Post.class).count()),
                    Defect.of(
                            Kind.COUNTED_IN_JAVA,
                            "all().stream().count()",
                            db -> stop(db.query(Post.class).all().size() > 3),
                            "Write count()",
                            db -> stop(db.query(Post.class).count() > 3)),
                    Defect.of(
                            Kind.COUNTED_IN_JAVA,
                            "getResultList().size()",
                            db -> posts(db, "from Post where id > 4").getResultList().size(),
                            "getResultCount()",
                            db -> posts(db, "from Post where id > 4").getResultCount()),
                    Defect.of(
                            Kind.COUNTED_IN_JAVA,
                            "all().isEmpty()",
                            db -> stop(db.query(Post.class).all().isEmpty()),
                            "Write exists()",
                            db -> stop(!db.query(Post.class).exists())),
                    Defect.of(
                            Kind.COUNTED_IN_JAVA,
                            "getResultList().isEmpty()",
                            db -> posts(db, "from Post").getResultList().isEmpty(),
                            "setMaxResults(1)",
                            db ->
                                    posts(db, "from Post")
                                            .setMaxResults(1)
                                            .getResultList()
                                            .isEmpty()),
                    Defect.of(
                            Kind.COUNTED_IN_JAVA,
                            "the size of fetched lists",
                            db ->
                                    db.query(Author.class)
                                            .fetch("posts")
                                            .all()
                                            .forEach(a -> stop(a.posts.size() > 9)),
                            "select a, size(a.posts) from Author a",
                            db ->
                                    AssociationDefects.hql(
                                                    db,
                                                    "select a, size(a.posts) from Author a",
                                                    Object[].class)
                                            .forEach(row -> stop((Integer) row[1] > 9))),
                    Defect.of(
                            Kind.CUT_IN_JAVA,
                            "a loop that ends early",
                            db -> {
                                int shown = 0;
                                for (Post post : db.query(Post.class).orderBy("id").all()) {
                                    if (++shown == 5) {
                                        break;
                                    }
                                }
                            },
                            "Add limit(5) before all().",
                            db -> {
                                for (Post post :
                                        db.query(Post.class).orderBy("id").limit(5).all()) {
                                    stop(post.id < 0);
                                }
                            }),
                    Defect.of(
                            Kind.CUT_IN_JAVA,
                            "a sublist",
                            db ->
                                    db.query(Post.class)
                                            .orderBy("id")
                                            .all()
                                            .subList(0, 3)
                                            .forEach(post -> {}),
                            "Add limit(3) before all().",
                            db ->
                                    db.query(Post.class)
                                            .orderBy("id")
                                            .limit(3)
                                            .all()
                                            .forEach(post -> {})),
                    Defect.of(
                            Kind.CUT_IN_JAVA,
                            "the first element",
                            db -> posts(db, "from Post order by id").getResultList().get(0),
                            "Add setMaxResults(1) to the query.",
                            db ->
                                    posts(db, "from Post order by id")
                                            .setMaxResults(1)
                                            .getResultList()
                                            .get(0)),
                    Defect.of(
                            Kind.CUT_IN_JAVA,
                            "a stream with a limit",
                            db ->
                                    db.query(Post.class).orderBy("id").all().stream()
                                            .limit(4)
                                            .forEach(post -> {}),
                            "Add limit(4) before all().",
                            db ->
                                    db.query(Post.class)
                                            .orderBy("id")
                                            .limit(4)
                                            .all()
                                            .forEach(post -> {})),
                    Defect.of(
                            Kind.UNREAD_ROWS,
                            "a query whose result is dropped",
                            db -> {
                                db.query(Post.class).all();
                                db.query(Author.class).all().forEach(a -> {});
                            },
                            "Leave the query out.",
                            db -> db.query(Author.class).all().forEach(a -> {})),
                    Defect.of(
                            Kind.UNREAD_ROWS,
                            "a fetched list that nothing reads",
                            db -> db.query(Author.class).fetch("posts").all().forEach(a -> {}),
                            "Leave out fetch(\"posts\").",
                            db -> db.query(Author.class).all().forEach(a -> {})),
                    Defect.of(
                            Kind.UNREAD_ROWS,
                            "a join fetch that nothing reads",
                            db ->
                                    AssociationDefects.hql(
                                                    db,
                                                    "from Post p left join fetch p.comments",
                                                    Post.class)
                                            .forEach(p -> {}),
                            "Leave out join fetch of comments.",
                            db ->
                                    AssociationDefects.hql(db, "from Post p", Post.class)
                                            .forEach(p -> {})),
                    Defect.of(
                            Kind.UNREAD_ROWS,
                            "rows that only a later branch would read",
                            db -> {
                                List<Comment> comments = db.query(Comment.class).all();
                                if (db.query(Author.class).count() > 100) {
                                    comments.forEach(comment -> {});
                                }
                            },
                            "Leave the query out.",
                            db -> db.query(Author.class).count()));

    private ReadingDefects() {}

    private static org.hibernate.query.SelectionQuery<Post> posts(Database db, String hql) {
        return db.session().createSelectionQuery(hql, Post.class);
    }

    private static void stop(boolean condition) {
        if (condition && Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException();
        }
    }
}
