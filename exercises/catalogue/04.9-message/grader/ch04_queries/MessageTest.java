package ch04_queries;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.error.OrmlabException;
import ormlab.grade.Mistake;

@DisplayName("The microblog's inbox")
class MessageTest {
    private static final String DECLARE = "04d_indexes_and_plans, \"A foreign key has no index\"";
    private static final String ORDER =
            "04d_indexes_and_plans, \"Several columns, and their order\"";
    private static final String COST = "04d_indexes_and_plans, \"What an index costs\"";

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Database db = Database.open("sqlite://");

    @BeforeEach
    void create() {
        Message message =
                new Message("fred", "susan", "Coffee?", NOON); // an untouched stub ends here
        try {
            db.models(Message.class).createAll();
        } catch (OrmlabException refused) {
            throw new Mistake(
                    "The table could not be created: \""
                            + refused.getMessage()
                            + "\" An @Index names columns: the field sentAt has the column sent_at.",
                    DECLARE);
        }
        db.session().add(message);
        db.session().commit();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private String plan(String sql) {
        return db.rows("explain query plan " + sql).values().stream()
                .map(step -> String.valueOf(step.get(3)))
                .collect(Collectors.joining(", "));
    }

    @Test
    @Order(1)
    @DisplayName("A message is stored with its four values.")
    void stored() {
        List<Object> row =
                db.rows("select sender, recipient, body, sent_at from messages").values().get(0);
        Mistake.when(
                !row.subList(0, 3).equals(List.of("fred", "susan", "Coffee?"))
                        || !String.valueOf(row.get(3)).startsWith("2026-03-01 12:00"),
                "The message from fred to susan, \"Coffee?\", at noon was stored as " + row + ".",
                DECLARE);
    }

    @Test
    @Order(2)
    @DisplayName("One index finds an inbox in order, newest first.")
    void inbox() {
        String plan =
                plan(
                        "select * from messages where recipient = 'susan' order by sent_at desc limit 10");
        Mistake.when(
                plan.startsWith("SCAN messages USING INDEX"),
                "SQLite's plan for an inbox is \""
                        + plan
                        + "\": it walks through everybody's messages in the order of time. The column"
                        + " that is compared with = comes first in the index.",
                ORDER);
        Mistake.when(
                plan.startsWith("SCAN"),
                "SQLite's plan for an inbox is \""
                        + plan
                        + "\": it reads all messages to find those to one recipient. No index begins"
                        + " with recipient.",
                ORDER);
        Mistake.when(
                plan.contains("TEMP B-TREE"),
                "SQLite's plan for an inbox is \""
                        + plan
                        + "\": it reads all messages to the recipient and sorts them, to show ten."
                        + " An index that also contains the time returns them in order.",
                ORDER);
    }

    @Test
    @Order(3)
    @DisplayName("The messages that a user has sent are found by an index.")
    void sent() {
        String plan = plan("select * from messages where sender = 'fred'");
        Mistake.when(
                plan.startsWith("SCAN"),
                "SQLite's plan for the messages from one sender is \""
                        + plan
                        + "\": it reads all messages. No index begins with sender.",
                DECLARE);
    }

    @Test
    @Order(4)
    @DisplayName("The table has no more indexes than the two pages need.")
    void few() {
        int indexes =
                db.rows(
                                "select name from sqlite_master where type = 'index' and tbl_name = 'messages'")
                        .values()
                        .size();
        Mistake.when(
                indexes > 2,
                "The table has "
                        + indexes
                        + " indexes, and two are enough. Each of them makes every new message slower."
                        + " Which one begins with the same column as another, or serves neither page?",
                COST);
    }
}
