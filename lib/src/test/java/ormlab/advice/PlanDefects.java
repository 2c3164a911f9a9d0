package ormlab.advice;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.query.restriction.Restriction;
import ormlab.Database;
import ormlab.query.Filters;
import ormlab.trace.Advice.Kind;
import ormlab.trace.Detail;

/** Large tables that are read from start to end although few rows are needed. */
final class PlanDefects {
    private static final Class<?>[] MODELS = {Song.class};
    private static final Class<?>[] FIXED = {Indexed.Song.class};

    private static final String INDEX =
            "Write above the class Song: @Table(name = \"songs\", indexes = @Index(columnList = \"title\"))";

    static final List<Defect> ALL =
            List.of(
                    scan(
                            Kind.MISSING_INDEX,
                            "a query by a column without an index",
                            db -> db.query(Song.class).filterBy("title", "song 7").all(),
                            INDEX,
                            db -> db.query(Indexed.Song.class).filterBy("title", "song 7").all()),
                    scan(
                            Kind.MISSING_INDEX,
                            "a narrow range in HQL",
                            db -> hql(db, "from Song where title > 'song 998'"),
                            INDEX,
                            db -> hql(db, "from Song where title > 'song 998'")),
                    scan(
                            Kind.MISSING_INDEX,
                            "the more selective of two conditions",
                            db -> hql(db, "from Song where sold = 0 and title in ('song 1', 'x')"),
                            INDEX,
                            db -> hql(db, "from Song where sold = 0 and title in ('song 1', 'x')")),
                    scan(
                            Kind.MISSING_INDEX,
                            "an update in SQL",
                            db -> change(db, "update songs set sold = 1 where title = 'song 7'"),
                            INDEX,
                            db -> change(db, "update songs set sold = 1 where title = 'song 7'")),
                    scan(
                            Kind.MISSING_INDEX,
                            "an element collection",
                            db -> db.session().find(Song.class, 7).languages.size(),
                            "Put indexes = @Index(columnList = \"song_id\") into the @CollectionTable of Song.languages.",
                            db -> db.session().find(Indexed.Song.class, 7).languages.size()),
                    scan(
                            Kind.LEADING_WILDCARD,
                            "an end of a text",
                            db -> db.query(Song.class).filter(like("%g 77")).all(),
                            "pg_trgm",
                            db -> db.query(Indexed.Song.class).filterBy("id", 77).all()),
                    scan(
                            Kind.LEADING_WILDCARD,
                            "a part of one text or another",
                            db ->
                                    hql(
                                            db,
                                            "from Song where title like '%77%' or author like '%77%'"),
                            "FTS5",
                            db -> hql(db, "from Song where title like 'song 77%'")));

    private PlanDefects() {}

    private static Restriction<Object> like(String pattern) {
        return Filters.like("title", pattern);
    }

    private static void hql(Database db, String hql) {
        db.session().createSelectionQuery(hql, Object.class).getResultList().forEach(row -> {});
    }

    private static void change(Database db, String sql) {
        db.session().execute(sql);
        db.session().rollback();
    }

    private static Defect scan(
            Kind kind,
            String name,
            Consumer<Database> defect,
            String fix,
            Consumer<Database> fixed) {
        return Defect.of(
                kind, name, MODELS, defect, fix, FIXED, fixed, PlanDefects::fill, Detail.PLANS);
    }

    private static void fill(Database db) {
        fill(db, 3000);
    }

    static void fill(Database db, int songs) {
        for (String rows :
                List.of(
                        "insert into songs (id, title, author, sold) "
                                + Blog.numbers(songs)
                                + "select i, 'song ' || (i / 3), 'author ' || (i / 30), 0 from n",
                        "insert into song_languages (song_id, languages) "
                                + Blog.numbers(songs)
                                + "select i, 'English' from n")) {
            db.session().execute(rows);
        }
        db.session().commit();
    }

    @Entity(name = "Song")
    @Table(name = "songs")
    static class Song {
        @Id Integer id;

        String title;
        String author;
        int sold;

        @ElementCollection
        @CollectionTable(name = "song_languages")
        List<String> languages = new ArrayList<>();
    }

    /** The same tables, with the indexes that the advice recommends. */
    static final class Indexed {
        private Indexed() {}

        @Entity(name = "Song")
        @Table(
                name = "songs",
                indexes = {@Index(columnList = "title"), @Index(columnList = "sold")})
        static class Song {
            @Id Integer id;

            String title;
            String author;
            int sold;

            @ElementCollection
            @CollectionTable(name = "song_languages", indexes = @Index(columnList = "song_id"))
            List<String> languages = new ArrayList<>();
        }
    }
}
