package ch05_relationships;

import jakarta.persistence.Entity;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.error.OrmlabException;
import ormlab.grade.Mistake;
import ormlab.trace.Trace;

@DisplayName("Notifications")
class NotificationTest {
    private static final String ENTITY = "02_models, \"The smallest model\"";
    private static final String COLUMNS = "02_models, \"Columns\"";
    private static final String SINGLE = "05f_inheritance, \"One table for all\"";
    private static final String MAPPED = "05f_inheritance, \"Only the code is shared\"";
    private static final String TABLES =
            "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
                    + " order by name";

    private final Database db = Database.open("sqlite://");

    @BeforeEach
    void store() {
        Follow follow = new Follow("fred", "susan"); // an untouched stub ends here
        Mistake.when(
                !Notification.class.isAnnotationPresent(Entity.class),
                "Notification isn't an entity, so no query can find all notifications. Write @Entity"
                        + " above the class.",
                MAPPED);
        db.models(Notification.class, Follow.class, Mention.class);
        db.createAll();
        db.session().addAll(follow, new Mention("fred", "steve"), new Mention("mary", "fred"));
        db.session().commit();
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private List<Object> column(String sql) {
        return db.rows(sql).values().stream().map(row -> row.get(0)).toList();
    }

    @Test
    @Order(1)
    @DisplayName("All kinds share one table, and the column kind contains FOLLOW or MENTION.")
    void table() {
        List<Object> tables = column(TABLES);
        Mistake.when(
                tables.size() != 1,
                "There are " + tables.size() + " tables, " + tables + ", and there should be one.",
                SINGLE);
        List<Object> kinds;
        try {
            kinds = column("select kind from " + tables.get(0) + " order by id");
        } catch (OrmlabException missing) {
            db.session().rollback();
            kinds = List.of();
        }
        Mistake.when(
                !kinds.equals(List.of("FOLLOW", "MENTION", "MENTION")),
                "The table has no column kind with the values FOLLOW and MENTION. @DiscriminatorColumn"
                        + " names the column.",
                SINGLE);
    }

    @Test
    @Order(2)
    @DisplayName("One SELECT finds all notifications of a recipient, each with its own text.")
    void query() {
        if (column(TABLES).size() != 1) {
            return; // the task before reports it
        }
        List<Notification>[] found = new List[1];
        Trace trace =
                db.trace(
                        () ->
                                found[0] =
                                        db.query(Notification.class)
                                                .filterBy("recipient", "fred")
                                                .orderBy("id")
                                                .all());
        List<String> texts = found[0].stream().map(Notification::text).toList();
        Mistake.when(
                !texts.equals(List.of("susan follows you", "steve mentioned you")),
                "Fred has two notifications, and the query found " + texts + ".",
                SINGLE);
        Mistake.when(
                trace.count() != 1,
                "The query for all notifications sent "
                        + trace.count()
                        + " statements, and one is enough.",
                SINGLE);
        Mistake.when(
                !"fred".equals(found[0].get(0).getRecipient()),
                "The recipient is fred, and getRecipient() returns "
                        + found[0].get(0).getRecipient()
                        + ".",
                ENTITY);
    }

    @Test
    @Order(3)
    @DisplayName("A notification without a recipient is rejected.")
    void recipient() {
        boolean stored;
        try {
            db.session().add(new Follow(null, "susan"));
            db.session().commit();
            stored = true;
        } catch (RuntimeException rejected) {
            db.session().rollback();
            stored = false;
        }
        Mistake.when(
                stored,
                "A notification without a recipient was stored. @Column(nullable = false) prevents it.",
                COLUMNS);
    }
}
