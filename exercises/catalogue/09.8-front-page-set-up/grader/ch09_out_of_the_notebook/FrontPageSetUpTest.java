package ch09_out_of_the_notebook;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import microblog.Post;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.grade.NotSolvedYet;

@DisplayName("Tests that fail for no good reason")
class FrontPageSetUpTest {
    private static final String QUERY = "09d_testing, \"A test of a query\"";
    private static final String FRESH = "09d_testing, \"A fresh database for each test\"";
    private static final String TRAP = "09d_testing, \"Rollback after each test, and its trap\"";
    private static final String DETACHED = "03d_delete_and_detach, \"Detached\"";
    private static final List<String> TESTS =
            List.of(
                    "a_hidden_post_keeps_its_place",
                    "a_user_has_two_posts",
                    "the_newest_post_comes_first");

    private static final Pattern CLOSED = Pattern.compile("[Dd]atabase.* closed");

    private static final LauncherConfig ONLY_JUPITER =
            LauncherConfig.builder()
                    .enableTestEngineAutoRegistration(false)
                    .enableLauncherSessionListenerAutoRegistration(false)
                    .enableLauncherDiscoveryListenerAutoRegistration(false)
                    .enableTestExecutionListenerAutoRegistration(false)
                    .enablePostDiscoveryFilterAutoRegistration(false)
                    .addTestEngines(new JupiterTestEngine())
                    .build();

    private static final Map<DiscoverySelector, Run> RUNS = new HashMap<>();
    private static final Set<Database> OPENED = new LinkedHashSet<>();
    private static final List<List<Instant>> TIMES = new ArrayList<>();

    private static FrontPage tested = new FrontPage();

    /**
     * What happened when some of the reader's tests ran.
     *
     * @param failures why tests failed, by name; a failed class counts as well
     * @param times the times of all posts, after each test
     * @param leavesOpen whether a database was still open afterwards
     */
    private record Run(
            Map<String, Throwable> failures, List<List<Instant>> times, boolean leavesOpen) {}

    /** The reader's tests, whose page can be exchanged. */
    abstract static class Observed extends FrontPageTests {
        Observed() {
            page = tested;
        }

        @AfterEach
        void look() {
            if (db == null) {
                return;
            }
            OPENED.add(db);
            TIMES.add(
                    db.query(Post.class).orderBy("timestamp").stream()
                            .map(Post::getTimestamp)
                            .toList());
        }
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class ByName extends Observed {}

    private static Run alone(String test) {
        return run(selectMethod(ByName.class, test));
    }

    /** Runs tests, or returns what happened when the same tests ran for an earlier task. */
    private static Run run(DiscoverySelector selector) {
        Run known = RUNS.get(selector);
        if (known == null) {
            known = runAgain(selector);
            RUNS.put(selector, known);
        }
        return known;
    }

    private static Run runAgain(DiscoverySelector selector) {
        Map<String, Throwable> failures = new TreeMap<>();
        OPENED.clear();
        TIMES.clear();
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selector)
                        .enableImplicitConfigurationParameters(false)
                        .build();
        LauncherFactory.create(ONLY_JUPITER)
                .execute(
                        request,
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(
                                    TestIdentifier test, TestExecutionResult result) {
                                String name = test.getDisplayName().replace("()", "");
                                result.getThrowable().ifPresent(why -> failures.put(name, why));
                            }
                        });
        boolean leavesOpen = OPENED.stream().anyMatch(FrontPageSetUpTest::isOpen);
        OPENED.forEach(Database::close);
        failures.values().forEach(FrontPageSetUpTest::toDo);
        return new Run(failures, List.copyOf(TIMES), leavesOpen);
    }

    private static boolean isOpen(Database each) {
        try {
            return each.rows("select 1").size() == 1;
        } catch (RuntimeException closed) {
            return false;
        }
    }

    /** An exception from a method after a failed test is suppressed. */
    private static void toDo(Throwable why) {
        if (why instanceof NotSolvedYet toDo) {
            throw toDo;
        }
        for (Throwable later : why.getSuppressed()) {
            toDo(later);
        }
    }

    @Test
    @Order(1)
    @DisplayName("Each test passes when it runs alone.")
    void eachAlone() {
        for (String test : TESTS) {
            for (Throwable why : alone(test).failures().values()) {
                throw failed(test, why);
            }
        }
    }

    private static Mistake failed(String test, Throwable why) {
        String message = firstLine(why);
        if (message.contains("detached")) {
            return new Mistake(
                    test
                            + " fails: fred is detached, so he cannot load his posts. Find him"
                            + " again after you have cleared the session.",
                    DETACHED);
        }
        if (message.endsWith("but was: <[fred: new, fred: old]>")) {
            return new Mistake(
                    test
                            + " fails: the row is hidden, but the query returns the object that the"
                            + " set-up created, because the session still has it. Clear the session"
                            + " before the test begins.",
                    TRAP);
        }
        return new Mistake(test + " fails, even when it runs alone: " + message, QUERY);
    }

    private static String firstLine(Throwable why) {
        return String.valueOf(why.getMessage()).lines().findFirst().orElse("");
    }

    @Test
    @Order(2)
    @DisplayName("All tests pass when they run together.")
    void together() {
        run(selectClass(ByName.class)).failures().forEach(FrontPageSetUpTest::together);
    }

    /** What fails alone is reported by the first task. */
    private static void together(String test, Throwable why) {
        if (!TESTS.contains(test) || !alone(test).failures().isEmpty()) {
            return;
        }
        Mistake.when(
                CLOSED.matcher(firstLine(why)).find(),
                test
                        + " passes alone and fails after another test, because the database has"
                        + " been closed. Open one for each test, or close it after the last test.",
                FRESH);
        String line = firstLine(why).replace(" (fred).", ".");
        String reason = line.endsWith(".") ? line : line + ".";
        throw new Mistake(
                test
                        + " passes alone and fails after another test: "
                        + reason
                        + " The rows of the test before are still there. Give each test an empty"
                        + " database.",
                FRESH);
    }

    @Test
    @Order(3)
    @DisplayName("The times of the posts are the same each time the tests run.")
    void times() {
        Set<List<Instant>> times = new HashSet<>();
        TESTS.forEach(test -> times.addAll(alone(test).times()));
        Mistake.when(
                times.size() != 1,
                "The posts get other times in each run, so a test that passes today may fail"
                        + " tomorrow. Write the times out.",
                QUERY);
    }

    /** Does not sort. */
    private static final class Unsorted extends FrontPage {
        @Override
        public List<String> newest(Database db, int number) {
            return db.query(Post.class).orderBy("id").limit(number).stream()
                    .map(post -> post.getAuthor().getUsername() + ": " + post.getBody())
                    .toList();
        }
    }

    /** Hides every post. */
    private static final class HidesAll extends FrontPage {
        @Override
        public void hide(Database db, String word) {
            db.session().createMutationQuery("update Post set body = '(hidden)'").executeUpdate();
        }
    }

    @Test
    @Order(4)
    @DisplayName("The tests still notice a page that is wrong.")
    void wrongPages() {
        Mistake.when(
                misses(new Unsorted(), TESTS.get(2)),
                "A page that does not sort passes the tests, by luck: the posts come in the"
                        + " order in which they were stored. Store the older one first.",
                QUERY);
        Mistake.when(
                misses(new HidesAll(), TESTS.get(0)),
                "A page that hides every post passes the tests. Keep the assertions.",
                QUERY);
    }

    /** Returns whether a wrong page passes the test that is about its fault. */
    private static boolean misses(FrontPage wrong, String test) {
        tested = wrong;
        try {
            return runAgain(selectMethod(ByName.class, test)).failures().isEmpty();
        } finally {
            tested = new FrontPage();
        }
    }

    @Test
    @Order(5)
    @DisplayName("After the tests, no database is open.")
    void closed() {
        Mistake.when(
                alone(TESTS.get(1)).leavesOpen() || run(selectClass(ByName.class)).leavesOpen(),
                "After all tests have run, a database is still open. Close it after each test, or"
                        + " after the last one if they share it.",
                FRESH);
    }
}
