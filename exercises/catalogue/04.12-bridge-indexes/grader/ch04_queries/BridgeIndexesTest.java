package ch04_queries;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.FreshDatabase;
import ormlab.grade.Mistake;
import ormlab.grade.NotSolvedYet;
import ormlab.trace.Detail;
import ormlab.trace.PlanNode;

@DisplayName("The indexes of a toll bridge")
class BridgeIndexesTest {
    private static final String KEY = "04d_indexes_and_plans, \"A foreign key has no index\"";
    private static final String ORDER =
            "04d_indexes_and_plans, \"Several columns, and their order\"";
    private static final String COST = "04d_indexes_and_plans, \"What an index costs\"";

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    /** The first bridge has 300 passages; with those of the others, PostgreSQL prefers an index. */
    private static final int PASSAGES = 300;

    private static final int OTHER_BRIDGES = 9;
    private static final int PLATES = 60;
    private static final int LANES = 4;
    private static final int PAID_A_DAY = 6;

    private final Database db = Database.open(FreshDatabase.url());

    @BeforeEach
    void table() {
        db.models(Passage.class).createAll();
        indexes().keySet().forEach(name -> db.session().execute("drop index " + name));
        db.session().execute("create index ix_passages_plate on passages (plate)");
        db.session().execute("create index ix_passages_paid_on on passages (paid_on)");
        db.session().commit();
    }

    @AfterEach
    void close() {
        db.close();
    }

    /** Two passages have the same plate and the same time, and the newest one isn't paid. */
    private void improveFull() {
        List<Passage> passages = new ArrayList<>();
        passages.add(new Passage("P7", 2, START.plusSeconds(60L * 7), DAY));
        for (int number = 1; number <= PASSAGES; number++) {
            Instant time = START.plusSeconds(60L * number);
            LocalDate paid = number == PASSAGES ? null : DAY.plusDays(number / PAID_A_DAY);
            passages.add(new Passage("P" + number % PLATES, number % LANES, time, paid));
        }
        db.session().insertAll(passages);
        for (int bridge = 1; bridge <= OTHER_BRIDGES; bridge++) {
            db.session()
                    .execute(
                            "insert into passages (plate, lane, passed_at) select plate || '-"
                                    + bridge
                                    + "', lane + "
                                    + LANES * bridge
                                    + ", passed_at from passages where lane < "
                                    + LANES);
        }
        db.session().commit();
        long before = db.query(Passage.class).count();
        db.closeSession(); // an answer may use a connection of its own
        BridgeIndexes.improve(db);
        long rows = db.query(Passage.class).count();
        Mistake.when(
                rows != before,
                "The table had "
                        + before
                        + " passages, and after improve it has "
                        + rows
                        + ". Add an index to the table as it is.",
                KEY);
        db.session().execute("analyze passages");
        db.session().commit();
    }

    /** Returns the columns of each index except the primary key's, as the database reports them. */
    private Map<String, List<String>> indexes() {
        return db.session()
                .doReturningWork(
                        connection -> {
                            Map<String, List<String>> found = new TreeMap<>();
                            try (ResultSet rows =
                                    connection
                                            .getMetaData()
                                            .getIndexInfo(
                                                    null,
                                                    connection.getSchema(),
                                                    "passages",
                                                    false,
                                                    true)) {
                                while (rows.next()) {
                                    String name = rows.getString("INDEX_NAME");
                                    if (name != null
                                            && !name.endsWith("pkey")
                                            && !name.startsWith("pk_")) {
                                        found.computeIfAbsent(name, key -> new ArrayList<>())
                                                .add(rows.getString("COLUMN_NAME"));
                                    }
                                }
                            }
                            return found;
                        });
    }

    private List<PlanNode> plan(Runnable query) {
        return db.trace(query, Detail.PLANS).plans().plans().get(0).nodes().toList();
    }

    /** Returns the columns of the index in the plan; none if the plan has no index. */
    private List<String> used(List<PlanNode> plan) {
        Map<String, List<String>> indexes = indexes();
        return plan.stream()
                .filter(step -> !step.index().isEmpty())
                .map(step -> indexes.getOrDefault(step.index(), List.of()))
                .findFirst()
                .orElse(List.of());
    }

    /** Reports a plan that doesn't search an index with these two columns. */
    private void searches(String query, List<PlanNode> plan, String compared) {
        List<String> right = List.of(compared, "passed_at");
        List<String> wrong = List.of("passed_at", compared);
        List<String> used = used(plan);
        boolean good = used.size() >= 2 && used.subList(0, 2).equals(right);
        Mistake.when(
                !good && indexes().containsValue(wrong),
                "For "
                        + query
                        + " there is an index on "
                        + wrong
                        + ", sorted by time. The passages that "
                        + query
                        + " needs are spread all over it: put the column compared with ="
                        + " first.",
                ORDER);
        Mistake.when(
                used.isEmpty(),
                "The plan of "
                        + query
                        + " uses no index, so the database reads all passages. No index begins"
                        + " with "
                        + compared
                        + ".",
                KEY);
        Mistake.when(
                !good,
                "The plan of "
                        + query
                        + " uses an index on "
                        + used
                        + ", which finds more rows than the query needs. The time belongs in the"
                        + " same index.",
                ORDER);
        Mistake.when(
                plan.stream().anyMatch(step -> step.kind() == PlanNode.Kind.SORT),
                "The plan of " + query + " sorts rows, although an index could have them in order.",
                ORDER);
    }

    @Test
    @Order(1)
    @DisplayName("The latest passages of a plate are next to each other in an index, in order.")
    void latest() {
        improveFull();
        searches("latest", plan(() -> BridgeQueries.latest(db, "P7")), "plate");
    }

    @Test
    @Order(2)
    @DisplayName("The passages through a lane since a time are next to each other in an index.")
    void since() {
        improveFull();
        Instant late = START.plusSeconds(60L * (PASSAGES - 20));
        searches("since", plan(() -> BridgeQueries.since(db, 1, late)), "lane");
    }

    @Test
    @Order(3)
    @DisplayName("The payments of a day are found by an index, and no index is superfluous.")
    void few() {
        improveFull();
        List<PlanNode> plan = plan(() -> BridgeQueries.paidOn(db, DAY.plusDays(2)));
        Mistake.when(
                !used(plan).equals(List.of("paid_on")),
                "The plan of paidOn doesn't use an index on paid_on any more. That query runs all"
                        + " day, too, so keep its index.",
                COST);
        Map<String, List<String>> indexes = indexes();
        for (List<String> one : indexes.values()) {
            for (List<String> other : indexes.values()) {
                Mistake.when(
                        one.size() < other.size() && other.subList(0, one.size()).equals(one),
                        "The index on "
                                + one
                                + " is superfluous: the one on "
                                + other
                                + " begins with the same columns. It makes every new passage"
                                + " slower, so drop it.",
                        COST);
            }
        }
        Mistake.when(
                indexes.size() > 3,
                "The table has "
                        + indexes.size()
                        + " indexes, not counting the primary key, and three are enough: "
                        + indexes.values()
                        + ".",
                COST);
    }

    @Test
    @Order(4)
    @DisplayName("The changes are committed, and a second call of improve changes nothing.")
    void again() {
        Map<String, List<String>> before = indexes();
        db.closeSession();
        BridgeIndexes.improve(db);
        db.session().rollback();
        db.closeSession();
        Map<String, List<String>> after = indexes();
        db.closeSession();
        Mistake.when(
                after.equals(before),
                "After improve and a rollback, the table has the same indexes as before. Commit at"
                        + " the end.",
                KEY);
        try {
            BridgeIndexes.improve(db);
        } catch (NotSolvedYet toDo) {
            throw toDo;
        } catch (RuntimeException failed) {
            throw new Mistake(
                    "The second call of improve fails. An index may already exist, or be gone:"
                            + " if not exists and if exists allow for that.",
                    KEY);
        }
        db.session().rollback();
        Mistake.when(
                !indexes().equals(after),
                "The first call of improve left the indexes "
                        + after.values()
                        + ", and the second one "
                        + indexes().values()
                        + ".",
                KEY);
        db.session().add(new Passage("P1", 1, START, null));
        db.session().commit();
        Mistake.when(
                BridgeQueries.latest(db, "P1").size() != 1,
                "A passage was added after improve, and latest doesn't find it.",
                KEY);
    }
}
