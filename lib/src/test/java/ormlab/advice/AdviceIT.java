package ormlab.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;
import ormlab.trace.Advice;

/** Seeds defects of every kind: each is named, with a fix that removes the advice. */
class AdviceIT {
    private static final List<Defect> DEFECTS =
            Stream.of(
                            AssociationDefects.ALL,
                            EagerDefects.ALL,
                            FetchDefects.ALL,
                            ReadingDefects.ALL,
                            RepeatDefects.ALL,
                            WriteDefects.ALL,
                            TransactionDefects.ALL)
                    .flatMap(List::stream)
                    .toList();

    /** What the first defect of each kind says, in the order of the kinds. */
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
                    "The same query on author was sent 2 times with the same binds. Keep the first result in a variable.",
                    "An UPDATE of House set all 12 columns, and only a had changed. Put @DynamicUpdate on the class House.",
                    "Post 3 was loaded and stored in Comment.post. If that is all, and it exists: getReference(Post.class, 3).");

    /** Runs code on fresh rows; a database is opened once for all code with the same models. */
    private static final class Runs implements AutoCloseable {
        private final Map<Class<?>[], Database> opened = new IdentityHashMap<>();
        private final TestDatabase kind;

        Runs(TestDatabase kind) {
            this.kind = kind;
        }

        List<Advice> advice(Defect.Code code, Defect defect) {
            Database db = opened.computeIfAbsent(code.models(), kind::open);
            db.dropAll();
            db.createAll();
            defect.rows().accept(db);
            db.closeSession();
            return db.trace(() -> code.code().accept(db)).advice();
        }

        @Override
        public void close() {
            opened.values().forEach(Database::close);
        }
    }

    @OnSqliteAndPostgres
    void a_defect_is_named_with_its_fix_and_its_clean_twin_is_left_alone(TestDatabase kind) {
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

    @Test
    void at_least_forty_defects_are_seeded() {
        assertThat(DEFECTS).hasSizeGreaterThanOrEqualTo(40);
    }
}
