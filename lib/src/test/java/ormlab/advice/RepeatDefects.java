package ormlab.advice;

import java.util.List;
import ormlab.advice.Blog.Author;
import ormlab.advice.Blog.Post;
import ormlab.trace.Advice.Kind;

/** Queries that are sent again although nothing has changed. */
final class RepeatDefects {
    private static final String FIX = "Keep the first result in a variable.";

    static final List<Defect> ALL =
            List.of(
                    Defect.of(
                            Kind.SAME_QUERY_TWICE,
                            "the same first() twice",
                            db -> {
                                db.query(Author.class).filterBy("name", "author 1").first();
                                db.query(Author.class).filterBy("name", "author 1").first();
                            },
                            FIX,
                            db -> db.query(Author.class).filterBy("name", "author 1").first()),
                    Defect.of(
                            Kind.SAME_QUERY_TWICE,
                            "a count in a loop",
                            db -> {
                                for (int i = 0; i < db.query(Author.class).count(); i++) {
                                    Thread.onSpinWait();
                                }
                            },
                            FIX,
                            db -> {
                                long authors = db.query(Author.class).count();
                                for (int i = 0; i < authors; i++) {
                                    Thread.onSpinWait();
                                }
                            }),
                    Defect.of(
                            Kind.SAME_QUERY_TWICE,
                            "the same HQL twice",
                            db -> {
                                AssociationDefects.hql(db, "from Post", Post.class)
                                        .forEach(p -> {});
                                AssociationDefects.hql(db, "from Post", Post.class)
                                        .forEach(p -> {});
                            },
                            FIX,
                            db -> {
                                List<Post> posts =
                                        AssociationDefects.hql(db, "from Post", Post.class);
                                posts.forEach(p -> {});
                                posts.forEach(p -> {});
                            }),
                    Defect.of(
                            Kind.SAME_QUERY_TWICE,
                            "a missing row, looked for twice",
                            db -> {
                                if (db.query(Author.class).get(999).isEmpty()) {
                                    db.session().find(Author.class, 999);
                                }
                            },
                            FIX,
                            db -> db.session().find(Author.class, 999)));

    private RepeatDefects() {}
}
