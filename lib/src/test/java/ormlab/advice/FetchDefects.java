package ormlab.advice;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import ormlab.Database;
import ormlab.advice.Blog.Author;
import ormlab.advice.Blog.Batched;
import ormlab.trace.Advice;

/**
 * Fetched collections that multiply rows or prevent paging in the database, and pages far from the
 * first.
 */
final class FetchDefects {
    private static final Class<?>[] EVENTS = {Event.class};

    static final List<Defect> ALL =
            List.of(
                    Defect.of(
                            Advice.Kind.PAGING_IN_MEMORY,
                            "a page in the order of a fetched list",
                            db ->
                                    page(
                                                    db,
                                                    "from Author a left join fetch a.posts p order by p.title",
                                                    Author.class)
                                            .forEach(author -> read(author.posts)),
                            "Order by an attribute of Author, so that the database can cut the page.",
                            db ->
                                    page(
                                                    db,
                                                    "from Author a left join fetch a.posts p order by a.name",
                                                    Author.class)
                                            .forEach(author -> read(author.posts))),
                    fetch(
                            Advice.Kind.PAGING_IN_MEMORY,
                            "a page of what a join leads to, with a fetched list",
                            db ->
                                    page(
                                                    db,
                                                    "select a from Post x join x.author a left join fetch a.posts"
                                                            + " where x.title = 'post 7'",
                                                    Author.class)
                                            .forEach(author -> read(author.posts)),
                            "Leave out join fetch of posts, and put @BatchSize(size = 20) on Author.posts",
                            db ->
                                    page(
                                                    db,
                                                    "select a from Post x join x.author a where x.title = 'post 7'",
                                                    Batched.Author.class)
                                            .forEach(author -> read(author.posts))),
                    fetch(
                            Advice.Kind.ROW_MULTIPLICATION,
                            "two fetched collections",
                            db ->
                                    db.query(Author.class)
                                            .fetch("posts", "tags")
                                            .all()
                                            .forEach(FetchDefects::read),
                            "Leave out fetch(\"tags\"), and put @BatchSize(size = 20) on Author.tags",
                            db ->
                                    db.query(Batched.Author.class)
                                            .fetch("posts")
                                            .all()
                                            .forEach(FetchDefects::read)),
                    fetch(
                            Advice.Kind.ROW_MULTIPLICATION,
                            "two join fetches",
                            db ->
                                    AssociationDefects.hql(
                                                    db,
                                                    "from Author a left join fetch a.tags left join fetch"
                                                            + " a.posts",
                                                    Author.class)
                                            .forEach(FetchDefects::read),
                            "Leave out join fetch of posts",
                            db ->
                                    AssociationDefects.hql(
                                                    db,
                                                    "from Author a left join fetch a.tags",
                                                    Batched.Author.class)
                                            .forEach(FetchDefects::read)),
                    far(
                            "a far page",
                            db ->
                                    db.query(Event.class)
                                            .orderBy("id")
                                            .offset(1400)
                                            .limit(20)
                                            .all()
                                            .forEach(event -> {}),
                            "db.query(Event.class).slice(20)",
                            db -> db.query(Event.class).slice(20).items().forEach(event -> {})),
                    far(
                            "paginate to a far page",
                            db -> db.query(Event.class).orderBy("id").paginate(70, 20),
                            "db.query(Event.class).slice(20)",
                            db -> db.query(Event.class).slice(20)),
                    far(
                            "a far page in HQL",
                            db ->
                                    db.session()
                                            .createSelectionQuery(
                                                    "from Event order by id", Event.class)
                                            .setFirstResult(1200)
                                            .setMaxResults(20)
                                            .getResultList()
                                            .forEach(event -> {}),
                            "where id > :last order by id",
                            db ->
                                    db.session()
                                            .createSelectionQuery(
                                                    "from Event where id > :last order by id",
                                                    Event.class)
                                            .setParameter("last", 1200)
                                            .setMaxResults(20)
                                            .getResultList()
                                            .forEach(event -> {})));

    private FetchDefects() {}

    private static Defect fetch(
            Advice.Kind kind,
            String name,
            java.util.function.Consumer<Database> defect,
            String fix,
            java.util.function.Consumer<Database> fixed) {
        return Defect.of(kind, name, Blog.MODELS, defect, fix, Batched.MODELS, fixed, Blog::fill);
    }

    private static Defect far(
            String name,
            java.util.function.Consumer<Database> defect,
            String fix,
            java.util.function.Consumer<Database> fixed) {
        return Defect.of(
                Advice.Kind.FAR_OFFSET,
                name,
                EVENTS,
                defect,
                fix,
                EVENTS,
                fixed,
                FetchDefects::fillEvents);
    }

    private static void fillEvents(Database db) {
        db.session().execute("insert into event (id) " + Blog.numbers(1500) + "select i from n");
        db.session().commit();
    }

    private static <T> List<T> page(Database db, String hql, Class<T> type) {
        return db.session().createSelectionQuery(hql, type).setMaxResults(3).getResultList();
    }

    private static void read(List<?> elements) {
        elements.forEach(element -> {});
    }

    private static void read(Author author) {
        author.posts.forEach(post -> {});
        author.tags.forEach(tag -> {});
    }

    private static void read(Batched.Author author) {
        author.posts.forEach(post -> {});
        author.tags.forEach(tag -> {});
    }

    @Entity(name = "Event")
    static class Event {
        @Id Integer id;
    }
}
