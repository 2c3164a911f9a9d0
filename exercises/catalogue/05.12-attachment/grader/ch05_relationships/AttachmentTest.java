package ch05_relationships;

import jakarta.persistence.Entity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.error.OrmlabException;
import ormlab.grade.Mistake;
import ormlab.trace.Trace;

@DisplayName("A strategy for attachments")
class AttachmentTest {
    private static final String SINGLE = "05f_inheritance, \"One table for all\"";
    private static final String JOINED = "05f_inheritance, \"A table for each class, joined\"";
    private static final String PROXY = "05f_inheritance, \"A relationship to any of them\"";
    private static final String MAPPED = "05f_inheritance, \"Only the code is shared\"";
    private static final String CHOOSE = "05f_inheritance, \"Which one, or none?\"";

    private final Database db = Database.open("sqlite://");

    @BeforeEach
    void store() {
        Picture boat = new Picture("my boat", "boat.jpg"); // an untouched stub ends here
        Survey survey = new Survey("lunch", "Soup or salad?");
        Picture cat = new Picture("my cat", "cat.jpg");
        Mistake.when(
                !Attachment.class.isAnnotationPresent(Entity.class),
                "Attachment isn't an entity, so no query finds all attachments and no reaction can"
                        + " refer to one. Write @Entity above the class.",
                MAPPED);
        try {
            db.models(Attachment.class, Picture.class, Survey.class, Reaction.class).createAll();
        } catch (OrmlabException refused) {
            throw new Mistake(
                    "Hibernate can't map these classes: \"" + refused.getMessage() + "\"", CHOOSE);
        }
        try {
            db.session().addAll(boat, survey, cat);
            db.session().addAll(new Reaction(survey), new Reaction(cat));
            db.session().commit();
        } catch (RuntimeException rejected) {
            throw new Mistake(
                    "Two pictures and a survey, all complete, were rejected: \""
                            + rejected.getMessage()
                            + "\" If all kinds share a table, a column that must not be null needs"
                            + " a value in each row.",
                    SINGLE);
        }
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private boolean isAccepted(Runnable change) {
        try {
            change.run();
            db.session().commit();
            return true;
        } catch (RuntimeException rejected) {
            db.session().rollback();
            return false;
        }
    }

    private boolean isUpdated(String hql) {
        return isAccepted(() -> db.session().createMutationQuery(hql).executeUpdate());
    }

    @Test
    @Order(1)
    @DisplayName("One SELECT finds all attachments, each as an object of its own class.")
    void query() {
        List<Attachment>[] found = new List[1];
        Trace trace =
                db.trace(() -> found[0] = db.query(Attachment.class).orderBy("title desc").all());
        List<String> classes =
                found[0].stream().map(one -> one.getClass().getSimpleName()).toList();
        Mistake.when(
                !classes.equals(List.of("Picture", "Picture", "Survey")),
                "Sorted by title backwards, there are two pictures and a survey, and the query"
                        + " found "
                        + classes
                        + ".",
                JOINED);
        Mistake.when(
                trace.count() != 1,
                "The query for all attachments sent " + trace.count() + " statements.",
                JOINED);
        Attachment cat = found[0].get(0);
        Mistake.when(
                !"my cat".equals(cat.getTitle()) || !"cat.jpg".equals(((Picture) cat).getFile()),
                "The picture \"my cat\" with the file cat.jpg was loaded as \""
                        + cat.getTitle()
                        + "\" with the file "
                        + ((Picture) cat).getFile()
                        + ".",
                JOINED);
        String question = ((Survey) found[0].get(2)).getQuestion();
        Mistake.when(
                !"Soup or salad?".equals(question),
                "The survey asks \"Soup or salad?\", and after loading \"" + question + "\".",
                JOINED);
        Mistake.when(
                found[0].stream().map(Attachment::getId).distinct().count() != 3,
                "The ids of three attachments are "
                        + found[0].stream().map(Attachment::getId).toList()
                        + ".",
                JOINED);
    }

    @Test
    @Order(2)
    @DisplayName("The database rejects an attachment without a title, a file or a question.")
    void rules() {
        Mistake.when(
                isUpdated("update Attachment set title = null"),
                "The titles were set to null, and the database allowed it. A title must not be"
                        + " null.",
                JOINED);
        Mistake.when(
                isUpdated("update Picture set file = null"),
                "The files of the pictures were set to null, and the database allowed it. With"
                        + " which strategy can a column that only one kind has be not null?",
                CHOOSE);
        Mistake.when(
                isUpdated("update Survey set question = null"),
                "The questions of the surveys were set to null, and the database allowed it. A"
                        + " survey needs the same rule as a picture.",
                CHOOSE);
    }

    @Test
    @Order(3)
    @DisplayName("The database rejects a reaction to an attachment that doesn't exist.")
    void key() {
        Integer survey = db.query(Survey.class).one().getId();
        String change = "update reactions set attachment_id = " + survey;
        Mistake.when(
                !isAccepted(() -> db.session().execute(change)),
                "The table reactions should refer to an attachment by its column attachment_id, and"
                        + " it rejects the survey's id "
                        + survey
                        + ". Leave the table and the field of Reaction as they are.",
                PROXY);
        Mistake.when(
                isAccepted(() -> db.session().execute("update reactions set attachment_id = 99")),
                "A reaction to the attachment 99 was stored, and there is none. If each kind has a"
                        + " complete table, no foreign key can refer to all of them.",
                CHOOSE);
    }

    @Test
    @Order(4)
    @DisplayName("A loaded reaction returns the file of its picture, and nothing for a survey.")
    void proxy() {
        List<Reaction> reactions = db.query(Reaction.class).orderBy("id").all();
        Optional<String> none = reactions.get(0).picture();
        Mistake.when(
                none == null || none.isPresent(),
                "A reaction to a survey has no picture, and picture() returned " + none + ".",
                PROXY);
        Optional<String> cat = reactions.get(1).picture();
        Mistake.when(
                cat.isEmpty(),
                "The reaction is to a picture, and picture() returned nothing. The attachment is a"
                        + " proxy of Attachment, so instanceof Picture is false.",
                PROXY);
        Mistake.when(
                !cat.equals(Optional.of("cat.jpg")),
                "The picture's file is cat.jpg, and picture() returned " + cat + ".",
                PROXY);
    }
}
