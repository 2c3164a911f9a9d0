package ormlab.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;
import ormlab.trace.Advice;
import ormlab.trace.Detail;
import ormlab.trace.Trace;

/** Every kind of seeded defect is found, with a fix after which there is no more advice. */
class AdviceIT {
    private static final List<Defect> DEFECTS =
            Stream.of(
                            AssociationDefects.ALL,
                            EagerDefects.ALL,
                            FetchDefects.ALL,
                            ReadingDefects.ALL,
                            RepeatDefects.ALL,
                            PlanDefects.ALL,
                            WriteDefects.ALL,
                            TransactionDefects.ALL)
                    .flatMap(List::stream)
                    .toList();

    /** The advice for the first defect of each kind, in the order of the kinds. */
    private static final List<String> WORDS =
            List.of(
                    "A page of Author was cut in Java, after all 60 rows with Author.posts had been read. Order by an attribute of Author, so that the database can cut the page.",
                    "Collections fetched side by side multiplied: 240 rows for 12 Author with 108 elements. Leave out fetch(\"tags\"), and put @BatchSize(size = 20) on Author.tags.",
                    "Author.posts loaded with 12 statements, one for each Author. Fetch it with its owners: db.query(Author.class).fetch(\"posts\").",
                    "Book.shelf is EAGER and loaded with 5 statements, one for each Shelf. Map it with fetch = FetchType.LAZY, and fetch it in queries that need it: db.query(Book.class).fetch(\"shelf\").",
                    "Two sessions changed Account 1, and the second overwrote what it had not seen. Add to the class Account: @Version private int version;",
                    "The database read 1400 rows of Event only to skip them. Go on by key: db.query(Event.class).slice(20), then next().",
                    "60 rows of Post were loaded and only counted. Write count() in place of all().size().",
                    "60 rows of Post were loaded, and 5 read. Add limit(5) before all().",
                    "60 rows of Post were loaded, and none was read. Leave the query out.",
                    "Queries on tag took turns with changes, so each one flushed first. Send one query on tag before the first change.",
                    "The transaction that changed author then waited 1.1 s for other work. Call commit() before that work, or do it before the first change.",
                    "The database read all 3000 rows of songs to find 3 by title. Write above the class Song: @Table(name = \"songs\", indexes = @Index(columnList = \"title\"))",
                    "The database read all 3000 rows of songs, because title like '%g 77' may match anywhere. Search with a text index: pg_trgm or a tsvector on PostgreSQL, FTS5 on SQLite.",
                    "The same query on author was sent 2 times with the same binds. Keep the first result in a variable.",
                    "An UPDATE of House set all 12 columns, and only a had changed. Put @DynamicUpdate on the class House.",
                    "Post 3 was loaded and stored in Comment.post. If that is all, and it exists: getReference(Post.class, 3).");

    /**
     * Runs code on fresh rows. Code with the same models shares a database, which is only filled
     * again after code that changed it.
     */
    private static final class Runs implements AutoCloseable {
        private final Map<Class<?>[], Database> opened = new IdentityHashMap<>();
        private final Map<Class<?>[], Consumer<Database>> filled = new IdentityHashMap<>();
        private final TestDatabase kind;

        Runs(TestDatabase kind) {
            this.kind = kind;
        }

        Trace trace(Defect.Code code, Defect defect, Detail... details) {
            Database db = opened.get(code.models());
            if (db == null) {
                db = kind.open(code.models());
                opened.put(code.models(), db);
            } else if (filled.get(code.models()) != defect.rows()) {
                db.dropAll();
                db.createAll();
            }
            if (filled.put(code.models(), defect.rows()) != defect.rows()) {
                defect.rows().accept(db);
            }
            Database run = db;
            run.closeSession();
            Trace trace = run.trace(() -> code.code().accept(run), details);
            if (trace.count() > trace.selects()) {
                filled.remove(code.models());
            }
            return trace;
        }

        List<Advice> advice(Defect.Code code, Defect defect) {
            return trace(code, defect, defect.details().toArray(Detail[]::new)).advice();
        }

        @Override
        public void close() {
            opened.values().forEach(Database::close);
        }
    }

    @OnSqliteAndPostgres
    void a_defect_gets_advice_with_a_fix_and_its_clean_twin_gets_none(TestDatabase kind) {
        List<String> missed = new ArrayList<>();
        List<String> undeserved = new ArrayList<>();
        Map<Advice.Kind, String> words = new TreeMap<>();
        try (Runs runs = new Runs(kind)) {
            for (Defect defect : DEFECTS) {
                boolean named = false;
                for (Advice one : runs.advice(defect.defect(), defect)) {
                    if (one.kind() != defect.kind()) {
                        undeserved.add(defect + ", also: " + one);
                    } else {
                        words.putIfAbsent(one.kind(), one.toString());
                        named |= one.fix().contains(defect.fix());
                    }
                }
                if (!named) {
                    missed.add(defect.toString());
                }
                runs.advice(defect.fixed(), defect)
                        .forEach(one -> undeserved.add(defect + ", fixed: " + one));
            }
        }
        assertThat(missed).isEmpty();
        assertThat(undeserved).isEmpty();
        words.computeIfPresent(
                Advice.Kind.SLOW_TRANSACTION,
                (slow, text) -> text.replaceAll("\\d[.]\\d s", "1.1 s"));
        assertThat(words.values()).containsExactlyElementsOf(WORDS);
    }

    @OnSqliteAndPostgres
    void an_index_is_advised_only_with_plans_and_for_few_of_many_rows(TestDatabase kind) {
        try (Database small = kind.open(PlanDefects.Song.class);
                Database large = kind.open(PlanDefects.Song.class)) {
            PlanDefects.fill(small, 999);
            PlanDefects.fill(large, 1000);
            assertThat(planned(small, "from Song where title = 'song 7'").advice()).isEmpty();
            assertThat(planned(large, "from Song where title = 'song 7'").advice()).hasSize(1);
            assertThat(planned(large, "from Song where sold = 0").advice()).isEmpty();
            assertThat(planned(large, "from Song where title <> 'song 7'").advice()).isEmpty();
            assertThat(planned(large, "from Song where id = 7").advice()).isEmpty();
            assertThat(planned(large, "from Song where title like 'song 7%'").advice()).isEmpty();
            assertThat(planned(large, "from Song where lower(title) = 'song 7'").advice())
                    .isEmpty();
            assertThat(planned(large, "from Song where title = 'song 7' or sold = 1").advice())
                    .isEmpty();
            assertThat(large.trace(() -> hql(large, "from Song where title = 'x'")).advice())
                    .isEmpty();
        }
    }

    @OnSqliteAndPostgres
    void an_advised_index_is_used_and_a_useless_one_is_not_advised(TestDatabase kind) {
        try (Database db = kind.open(PlanDefects.Indexed.Song.class)) {
            PlanDefects.fill(db, 3000);
            db.session().execute("analyze");
            db.session().commit();
            Trace used = planned(db, "from Song where title = 'song 7'");
            assertThat(used.plans().plans().get(0).scannedTables()).isEmpty();
            assertThat(used.advice()).isEmpty();
            assertThat(planned(db, "from Song where sold >= 0").advice()).isEmpty();
            assertThat(planned(db, "from Song where title >= ''").advice()).isEmpty();
        }
    }

    @OnSqliteAndPostgres
    void an_advised_index_goes_where_the_table_is_declared(TestDatabase kind) {
        try (Database db = kind.open(PlanDefects.Indexed.Song.class)) {
            PlanDefects.fill(db, 1000);
            db.session().execute("create table plain (a varchar(9), b varchar(9))");
            db.session().execute("insert into plain select title, title from songs");
            db.session().execute("create index ix_plain_a_b on plain (a, b)");
            db.session().commit();
            assertThat(planned(db, "from Song where author = 'author 7'").advice())
                    .extracting(Advice::fix)
                    .containsExactly(
                            "Add to the indexes of the class Song: @Index(columnList ="
                                    + " \"author\").");
            String sql = "select a, b, 1 as c from plain where b = ? and length(a) > 2";
            Trace trace =
                    db.trace(
                            () ->
                                    db.session()
                                            .createNativeQuery(sql, Object[].class)
                                            .setParameter(1, "song 7")
                                            .getResultList(),
                            Detail.PLANS);
            if (!trace.plans().plans().get(0).scannedTables().isEmpty()) {
                assertThat(trace.advice())
                        .extracting(Advice::fix)
                        .containsExactly("Create an index: create index ix_plain_b on plain (b);");
            }
        }
    }

    @OnSqliteAndPostgres
    void advice_says_on_which_line_the_statement_was_sent(TestDatabase kind) {
        try (Database db = kind.open(Blog.MODELS)) {
            Blog.fill(db);
            int line = new Throwable().getStackTrace()[0].getLineNumber() + 3;
            Runnable loop =
                    () -> {
                        db.query(Blog.Author.class).all().forEach(a -> a.posts.forEach(p -> {}));
                    };
            assertThat(db.trace(loop, Detail.CALL_SITES).advice())
                    .extracting(Advice::where)
                    .containsExactly("Author.posts at AdviceIT.java:" + line);
            db.closeSession();
            assertThat(db.trace(loop).advice())
                    .extracting(Advice::where)
                    .containsExactly("Author.posts");
        }
    }

    @OnSqliteAndPostgres
    void a_list_loaded_once_in_each_of_several_sessions_is_not_a_loop(TestDatabase kind) {
        try (Database db = kind.open(Blog.MODELS)) {
            Blog.fill(db);
            Runnable requests =
                    () -> {
                        for (int id = 1; id <= 5; id++) {
                            db.session().find(Blog.Author.class, id).posts.forEach(post -> {});
                            db.closeSession();
                        }
                    };
            assertThat(db.trace(requests).advice()).isEmpty();
        }
    }

    private static Trace planned(Database db, String hql) {
        return db.trace(() -> hql(db, hql), Detail.PLANS);
    }

    private static void hql(Database db, String hql) {
        db.session().createSelectionQuery(hql, Object.class).getResultList().forEach(row -> {});
    }

    @Test
    void at_least_forty_defects_are_seeded() {
        assertThat(DEFECTS).hasSizeGreaterThanOrEqualTo(40);
    }
}
