package ch09_out_of_the_notebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import microblog.Post;
import microblog.Role;
import microblog.User;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostLoadEvent;
import org.hibernate.event.spi.PostLoadEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.config.ConnectionSettings;
import ormlab.grade.FreshDatabase;
import ormlab.grade.Mistake;
import ormlab.grade.NotSolvedYet;
import ormlab.trace.Trace;
import ormlab.trace.TracedStatement;

@DisplayName("A microblog moves to another server")
class PostMoverTest {
    private static final String COMMITS = "09e_many_rows, \"One commit for each row\"";
    private static final String BATCHES = "09e_many_rows, \"The id that prevents a batch\"";
    private static final String MEMORY = "09e_many_rows, \"A session gets heavy\"";
    private static final String STREAM = "09e_many_rows, \"Read many rows\"";
    private static final String KEYS = "09e_many_rows, \"Walk through a table by key\"";
    private static final String COLUMNS = "09e_many_rows, \"Only the columns you need\"";
    private static final String COMMIT = "03_sessions, \"Commit\"";
    private static final Pattern ROWS = Pattern.compile("(\\d+) rows? changed");
    private static final int MOST = 200;
    private static final int MANY = 650;
    private static final int AUTHORS = 60;
    private static final int STATEMENTS = 40;

    /** Nearly a part: whoever reads one has used it. */
    private static final int FULL = MOST - 10;

    /** Authors, and one part that is counted from 0, or read to see whether another one follows. */
    private static final int TOLERATED = MOST + AUTHORS + 10;

    private final Sessions sessions = new Sessions();
    private int inserted;
    private final Database db =
            Database.open(FreshDatabase.url(), ConnectionSettings.defaults().echo(this::sent));

    @BeforeEach
    void authors() {
        db.models(Role.class, User.class, Post.class).createAll();
        db.session().add(new User("susan"));
        db.session().add(new User("fred"));
        db.session()
                .insertAll(
                        IntStream.rangeClosed(3, AUTHORS)
                                .mapToObj(number -> new User("user" + number))
                                .toList());
        db.session().commit();
        db.closeSession();
        EventListenerRegistry listeners =
                db.sessionFactory()
                        .unwrap(SessionFactoryImplementor.class)
                        .getEventListenerRegistry();
        listeners.getEventListenerGroup(EventType.POST_LOAD).appendListener(sessions);
        listeners.getEventListenerGroup(EventType.POST_INSERT).appendListener(sessions);
    }

    @AfterEach
    void close() {
        db.close();
    }

    /** Counts the posts that were sent. */
    private void sent(String statement) {
        if (statement.toLowerCase(Locale.ROOT).startsWith("insert into posts")) {
            Matcher rows = ROWS.matcher(statement);
            inserted += rows.find() ? Integer.parseInt(rows.group(1)) : 1;
        }
    }

    /** The sessions that the answer uses, whoever opens them. */
    private static final class Sessions implements PostLoadEventListener, PostInsertEventListener {
        private static final long serialVersionUID = 1L;

        private final transient Set<SessionImplementor> used =
                Collections.newSetFromMap(new IdentityHashMap<>());

        @Override
        public void onPostLoad(PostLoadEvent event) {
            used.add(event.getSession());
        }

        @Override
        public void onPostInsert(PostInsertEvent event) {
            if (event.getSession() instanceof SessionImplementor session) {
                used.add(session);
            }
        }

        @Override
        public boolean requiresPostCommitHandling(EntityPersister entity) {
            return false;
        }

        int managed() {
            used.removeIf(session -> !session.isOpen());
            return used.stream()
                    .mapToInt(
                            session -> session.getPersistenceContext().getNumberOfManagedEntities())
                    .sum();
        }
    }

    /** A file that notes how many posts are in memory whenever a line is read. */
    private final class File implements Iterator<String> {
        private final List<String> lines;
        private int read;
        private int waiting;
        private int managed;
        private int held;

        File(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public boolean hasNext() {
            return read < lines.size();
        }

        @Override
        public String next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int inSession = sessions.managed();
            waiting = Math.max(waiting, read - inserted);
            managed = Math.max(managed, inSession);
            held = Math.max(held, read - inserted + inSession);
            return lines.get(read++);
        }
    }

    private static List<String> lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(
                        number ->
                                (number % 3 == 0 ? "fred" : "user" + (3 + number % 4))
                                        + "|2026-03-01T09:00:00Z|Post "
                                        + number)
                .toList();
    }

    /** Returns the stored posts in the form of the file's lines. */
    private List<String> stored() {
        db.closeSession();
        List<String> lines =
                db.query(Post.class).fetch("author").orderBy("id").all().stream()
                        .map(PostMoverTest::line)
                        .toList();
        db.closeSession();
        return lines;
    }

    private static String line(Post post) {
        return post.getAuthor().getUsername() + "|" + post.getTimestamp() + "|" + post.getBody();
    }

    private int count() {
        db.closeSession();
        return ((Number) db.rows("select count(*) from posts").values().get(0).get(0)).intValue();
    }

    @Test
    @Order(1)
    @DisplayName("Each line becomes a post of its author, in the order of the lines.")
    void load() {
        PostMover.load(db, new File(List.of()));
        Mistake.when(count() != 0, "The file was empty, and a post was stored.", MEMORY);
        List<String> lines =
                List.of(
                        "susan|2026-03-01T09:00:00Z|Hello, world",
                        "fred|2026-03-01T09:05:00Z|a|b||c|",
                        "susan|2025-12-31T23:59:59Z|Older, but later in the file");
        PostMover.load(db, new File(lines));
        List<String> stored = stored();
        Mistake.when(
                stored.isEmpty() && inserted > 0,
                "Three lines were loaded and sent, but other sessions see no post: nothing was"
                        + " committed.",
                COMMIT);
        if (stored.isEmpty()) {
            nothingSent();
        }
        Mistake.when(
                stored.contains("fred|2026-03-01T09:05:00Z|a")
                        || stored.contains("fred|2026-03-01T09:05:00Z|a|b||c"),
                "The text 'a|b||c|' is stored as "
                        + stored.get(1).replaceFirst("(.*?\\|){2}(.*)", "'$2'")
                        + ". A text may contain bars: split(…, 3) stops at the second one.",
                MEMORY);
        Mistake.when(
                !stored.equals(lines),
                "The posts are " + stored + " instead of " + lines + ".",
                MEMORY);
    }

    private void nothingSent() {
        PostMover.load(db, new File(lines(MANY)));
        int more = count();
        Mistake.when(
                more > 0,
                "Of "
                        + MANY
                        + " lines, "
                        + more
                        + " became posts, and of three lines none. Send the last part as well,"
                        + " although it is smaller.",
                MEMORY);
        throw new Mistake(
                "Three lines were loaded, and no INSERT was sent. clear() also forgets what is"
                        + " pending: flush first.",
                MEMORY);
    }

    @Test
    @Order(2)
    @DisplayName("No line is lost, and at most 200 posts are in memory while lines are read.")
    void memory() {
        File file = new File(lines(MANY));
        PostMover.load(db, file);
        List<String> stored = stored();
        if (stored.size() < MANY && stored.equals(file.lines.subList(0, stored.size()))) {
            return; // Task 1 reports that the last part is missing.
        }
        Mistake.when(
                !stored.equals(file.lines),
                MANY
                        + " lines were loaded, and the "
                        + stored.size()
                        + " posts are not those of the file.",
                MEMORY);
        Mistake.when(
                file.waiting > TOLERATED,
                file.waiting
                        + " lines had been read before their posts were sent. Read a part, send it,"
                        + " and forget it before you read on.",
                MEMORY);
        Mistake.when(
                file.held > TOLERATED,
                "While lines were read, the session managed up to "
                        + file.managed
                        + " objects. Clear it after each flush, or use insertAll.",
                MEMORY);
    }

    @Test
    @Order(3)
    @DisplayName("Loading 650 lines takes at most 40 statements.")
    void statements() {
        Trace trace = db.trace(() -> PostMover.load(db, new File(lines(MANY))));
        Mistake.when(
                trace.selects() > STATEMENTS,
                "load sent "
                        + trace.selects()
                        + " SELECTs for "
                        + MANY
                        + " lines of five authors. Keep the authors that you have read in a map.",
                BATCHES);
        Mistake.when(
                trace.count() > STATEMENTS,
                "load sent "
                        + trace.count()
                        + " statements for "
                        + MANY
                        + " lines: the rows don't go in batches. persist inserts at once, because it"
                        + " needs the id; a flush for each row does, too.",
                BATCHES);
    }

    @Test
    @Order(4)
    @DisplayName(
            "If the author of a line is missing, the error has the line, and no post is stored.")
    void unknown() {
        List<String> lines = new ArrayList<>(lines(MOST + 200));
        String bad = "steve|2026-03-01T09:05:00Z|Nobody knows me";
        lines.set(MOST + 100, bad);
        String what = "Line 301 is '" + bad + "', and there is no steve.";
        try {
            PostMover.load(db, new File(lines));
            throw new Mistake(what + " load did not throw an exception.", COMMITS);
        } catch (NotSolvedYet toDo) {
            throw toDo;
        } catch (RuntimeException refused) {
            Mistake.when(
                    !(refused instanceof IllegalArgumentException)
                            || !String.valueOf(refused.getMessage()).contains(bad),
                    what
                            + " load threw "
                            + refused.getClass().getSimpleName()
                            + ", which should be an IllegalArgumentException with the line in its"
                            + " message.",
                    COMMITS);
        }
        db.session().commit();
        int stored = count();
        Mistake.when(
                stored > 0,
                what
                        + " The posts of "
                        + stored
                        + " other lines are stored, so the file cannot be loaded again. Use one"
                        + " transaction for all parts, and roll it back.",
                COMMITS);
    }

    /** Stores posts, the first of them by the last author. */
    private List<String> posts(int count) {
        List<Post> posts =
                IntStream.rangeClosed(1, count)
                        .mapToObj(
                                number ->
                                        new Post(
                                                "Post " + number,
                                                "2026-03-01T09:00:00Z",
                                                db.session()
                                                        .getReference(
                                                                User.class,
                                                                AUTHORS - number % AUTHORS)))
                        .toList();
        db.session().insertAll(posts);
        db.session().commit();
        List<String> lines = new ArrayList<>();
        for (Post post : db.query(Post.class).fetch("author").orderBy("id").all()) {
            lines.add(post.getId() + "|" + line(post));
        }
        db.closeSession();
        return lines;
    }

    private List<String> saved(int after) {
        List<String> saved = new ArrayList<>();
        PostMover.save(db, after, saved::add);
        db.closeSession();
        return saved;
    }

    private static int id(String line) {
        return Integer.parseInt(line.substring(0, line.indexOf('|')));
    }

    @Test
    @Order(5)
    @DisplayName("Posts with a greater id are saved, in the order of the ids.")
    void save() {
        List<String> none = saved(0);
        Mistake.when(!none.isEmpty(), "There is no post, and save wrote " + none + ".", KEYS);
        List<String> all = posts(5);
        expect(all, saved(0), 0);
        int third = id(all.get(2));
        List<String> rest = saved(third);
        Mistake.when(
                rest.contains(all.get(2)),
                "The posts after "
                        + third
                        + " were to be saved, and the post "
                        + third
                        + " was saved again. 'Greater' does not include it.",
                KEYS);
        expect(all.subList(3, 5), rest, third);
        expect(List.of(), saved(id(all.get(4))), id(all.get(4)));
        ordered(db.trace(() -> saved(0)));
    }

    private static void expect(List<String> right, List<String> saved, int after) {
        Mistake.when(
                !saved.equals(right),
                "The lines after " + after + " are " + saved + " instead of " + right + ".",
                KEYS);
    }

    private static void ordered(Trace trace) {
        for (TracedStatement statement : trace.statements()) {
            String sql = statement.sql().toLowerCase(Locale.ROOT);
            Mistake.when(
                    sql.contains("from posts") && statement.rows() > 1 && !sql.contains("order by"),
                    "The posts are read without an order. They came by id this time, but no database"
                            + " promises it, and after an interruption some would be missing.",
                    KEYS);
        }
    }

    @Test
    @Order(6)
    @DisplayName("Saving 650 posts of 60 authors takes at most 40 statements.")
    void fewStatements() {
        posts(MANY);
        Trace trace = db.trace(() -> saved(0));
        Mistake.when(
                trace.count() > STATEMENTS,
                "save sent "
                        + trace.count()
                        + " statements for "
                        + MANY
                        + " posts of "
                        + AUTHORS
                        + " authors. Read the name of the author together with the post.",
                COLUMNS);
    }

    private static final class FullDisk extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    @Order(7)
    @DisplayName("At most 200 posts are in memory while lines are saved.")
    void smallSession() {
        posts(MANY);
        int[] managed = new int[1];
        PostMover.save(db, 0, line -> managed[0] = Math.max(managed[0], sessions.managed()));
        db.closeSession();
        Mistake.when(
                managed[0] > TOLERATED,
                "While lines were saved, the session managed up to "
                        + managed[0]
                        + " objects. A stream keeps no rows, but the session keeps every object that"
                        + " it loads. Select columns, or forget the objects.",
                STREAM);
        int[] written = new int[1];
        long read =
                db.trace(() -> stopped(line -> fullAt(++written[0]))).statements().stream()
                        .filter(statement -> statement.sql().contains("from posts"))
                        .mapToLong(TracedStatement::rows)
                        .sum();
        Mistake.when(
                read > FULL + TOLERATED,
                "The disk was full at line "
                        + FULL
                        + ", and by then "
                        + read
                        + " posts had been read. all() reads every row before you get the first: use"
                        + " a stream, or read a part at a time.",
                STREAM);
    }

    private static void fullAt(int line) {
        if (line == FULL) {
            throw new FullDisk();
        }
    }

    /** Saves until the file throws. */
    private void stopped(Consumer<String> file) {
        try {
            PostMover.save(db, 0, file);
        } catch (RuntimeException full) {
            db.session().rollback();
        }
    }
}
