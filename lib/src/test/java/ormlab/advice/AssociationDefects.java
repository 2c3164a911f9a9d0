package ormlab.advice;

import java.util.List;
import java.util.function.Consumer;
import org.hibernate.Hibernate;
import ormlab.Database;
import ormlab.advice.Blog.Author;
import ormlab.advice.Blog.Batched;
import ormlab.advice.Blog.Post;
import ormlab.trace.Advice;

/** Lazy associations that are loaded with one statement for each owner. */
final class AssociationDefects {
    static final List<Defect> ALL =
            List.of(
                    loop(
                            "a lazy list in a loop",
                            db -> db.query(Author.class).all().forEach(a -> titles(a.posts)),
                            "db.query(Author.class).fetch(\"posts\")",
                            db ->
                                    db.query(Author.class)
                                            .fetch("posts")
                                            .all()
                                            .forEach(a -> titles(a.posts))),
                    loop(
                            "a lazy set in a loop",
                            db -> db.query(Author.class).all().forEach(a -> labels(a.tags)),
                            "db.query(Author.class).fetch(\"tags\")",
                            db ->
                                    db.query(Author.class)
                                            .fetch("tags")
                                            .all()
                                            .forEach(a -> labels(a.tags))),
                    loop(
                            "a lazy reference in a loop",
                            db ->
                                    db.query(Post.class)
                                            .all()
                                            .forEach(post -> post.category.getName()),
                            "db.query(Post.class).fetch(\"category\")",
                            db ->
                                    db.query(Post.class)
                                            .fetch("category")
                                            .all()
                                            .forEach(post -> post.category.getName())),
                    loop(
                            "a lazy reference of one page",
                            db ->
                                    db.query(Post.class)
                                            .orderBy("id")
                                            .limit(8)
                                            .all()
                                            .forEach(post -> post.category.getName()),
                            "db.query(Post.class).fetch(\"category\")",
                            db ->
                                    db.query(Post.class)
                                            .fetch("category")
                                            .orderBy("id")
                                            .limit(8)
                                            .all()
                                            .forEach(post -> post.category.getName())),
                    loop(
                            "a lazy list after HQL",
                            db ->
                                    hql(db, "from Author a order by a.name", Author.class)
                                            .forEach(a -> titles(a.posts)),
                            "left join fetch a.posts",
                            db ->
                                    hql(
                                                    db,
                                                    "from Author a left join fetch a.posts order by a.name",
                                                    Author.class)
                                            .forEach(a -> titles(a.posts))),
                    loop(
                            "a lazy reference after HQL without an alias",
                            db ->
                                    hql(db, "from Post order by id", Post.class)
                                            .forEach(post -> post.category.getName()),
                            "from Post p left join fetch p.category",
                            db ->
                                    hql(
                                                    db,
                                                    "from Post p left join fetch p.category order by p.id",
                                                    Post.class)
                                            .forEach(post -> post.category.getName())),
                    Defect.of(
                            Advice.Kind.N_PLUS_ONE,
                            "the lazy lists of one page",
                            Blog.MODELS,
                            db ->
                                    db.query(Author.class)
                                            .orderBy("id")
                                            .limit(6)
                                            .all()
                                            .forEach(a -> titles(a.posts)),
                            "@BatchSize(size = 20) on Author.posts",
                            Batched.MODELS,
                            db ->
                                    db.query(Batched.Author.class)
                                            .orderBy("id")
                                            .limit(6)
                                            .all()
                                            .forEach(a -> a.posts.forEach(post -> {})),
                            Blog::fill),
                    Defect.of(
                            Advice.Kind.N_PLUS_ONE,
                            "lazy lists below a fetched one",
                            Blog.MODELS,
                            db ->
                                    db.query(Author.class)
                                            .fetch("posts")
                                            .all()
                                            .forEach(
                                                    a -> a.posts.forEach(AssociationDefects::read)),
                            "@BatchSize(size = 20) on Post.comments",
                            Batched.MODELS,
                            db ->
                                    db.query(Batched.Author.class)
                                            .fetch("posts")
                                            .all()
                                            .forEach(
                                                    a ->
                                                            a.posts.forEach(
                                                                    post ->
                                                                            post.comments.forEach(
                                                                                    c -> {}))),
                            Blog::fill),
                    Defect.of(
                            Advice.Kind.N_PLUS_ONE,
                            "lazy references of a loaded list",
                            Blog.MODELS,
                            db ->
                                    db.session()
                                            .find(Author.class, 1)
                                            .posts
                                            .forEach(post -> Hibernate.initialize(post.category)),
                            "@BatchSize(size = 20) on the class Category",
                            Batched.MODELS,
                            db ->
                                    db.session()
                                            .find(Batched.Author.class, 1)
                                            .posts
                                            .forEach(post -> Hibernate.initialize(post.category)),
                            AssociationDefects::fillWithManyCategories));

    private AssociationDefects() {}

    private static Defect loop(
            String name, Consumer<Database> defect, String fix, Consumer<Database> fixed) {
        return Defect.of(Advice.Kind.N_PLUS_ONE, name, defect, fix, fixed);
    }

    private static void fillWithManyCategories(Database db) {
        Blog.fill(db);
        db.session().execute("update post set category_id = 1 + id / 12");
        db.session().commit();
    }

    static <T> List<T> hql(Database db, String hql, Class<T> type) {
        return db.session().createSelectionQuery(hql, type).getResultList();
    }

    private static void titles(List<Post> posts) {
        posts.forEach(post -> {});
    }

    private static void labels(Iterable<Blog.Tag> tags) {
        tags.forEach(tag -> {});
    }

    private static void read(Post post) {
        post.comments.forEach(comment -> {});
    }
}
