package ch09_out_of_the_notebook;

import jakarta.persistence.OptimisticLockException;
import java.sql.PreparedStatement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hibernate.LockMode;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostLoadEvent;
import org.hibernate.event.spi.PostLoadEventListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.FreshDatabase;
import ormlab.grade.Mistake;

@DisplayName("Two editors of one post")
class EditorTest {
    private static final String PAGE = "09c_two_at_once, \"What the web page should say\"";
    private static final String VERSION = "09c_two_at_once, \"A version for every row\"";
    private static final String COMMIT = "03_sessions, \"Commit\"";
    private static final String FAILED = "03b_all_or_nothing, \"When a commit fails\"";
    private static final Integer UNKNOWN = 99;

    private final Database db = Database.open(FreshDatabase.url());
    private Integer id;
    private Integer other;

    @BeforeEach
    void drafts() {
        db.models(Draft.class).createAll();
        Draft before = new Draft("of somebody else");
        Draft draft = new Draft("first");
        db.session().addAll(before, draft);
        db.session().commit();
        other = before.getId();
        id = draft.getId();
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private boolean save(int version, String text) {
        boolean saved = Editor.save(db, id, version, text);
        db.closeSession();
        return saved;
    }

    private Draft stored(Integer which) {
        db.closeSession();
        return db.query(Draft.class).get(which).orElseThrow();
    }

    private String body() {
        return stored(id).getBody();
    }

    private void saveFirst() {
        boolean saved = save(0, "second");
        String body = body();
        Mistake.when(
                saved && body.equals("first"),
                "The method returned true, but other connections still read the old text, because"
                        + " nothing was committed.",
                COMMIT);
        Mistake.when(
                !saved || !body.equals("second"),
                "The form and the row had version 0. The method returned "
                        + saved
                        + ", and the text in the row is '"
                        + body
                        + "'.",
                PAGE);
    }

    private void saveTwice() {
        saveFirst();
        int version = stored(id).getVersion();
        Mistake.when(
                version == 0 && versioned(),
                "After a change, the version is still 0. An UPDATE in HQL increases it only if"
                        + " you write 'update versioned Draft …'.",
                VERSION);
        Mistake.when(
                version == 0,
                "After a change, the version is still 0. Mark it with @Version, so that Hibernate"
                        + " increases it.",
                VERSION);
        boolean saved = save(version, "third");
        int next = stored(id).getVersion();
        Mistake.when(
                !saved || version != 1 || next != 2,
                "After one change, the version was "
                        + version
                        + ". Then a form with this version was saved: the method returned "
                        + saved
                        + ", and the version is "
                        + next
                        + ".",
                VERSION);
    }

    private boolean versioned() {
        return db.sessionFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .getEntityDescriptor(Draft.class)
                .isVersioned();
    }

    @Test
    @Order(1)
    @DisplayName(
            "A text is stored in its draft if nobody has changed that since the form was opened.")
    void alone() {
        saveFirst();
        Draft untouched = stored(other);
        Mistake.when(
                !untouched.getBody().equals("of somebody else") || untouched.getVersion() != 0,
                "A text was saved for one draft, and another draft now says '"
                        + untouched.getBody()
                        + "' and has version "
                        + untouched.getVersion()
                        + ".",
                PAGE);
    }

    @Test
    @Order(2)
    @DisplayName("Every change increases the version by one.")
    void counted() {
        saveTwice();
    }

    @Test
    @Order(3)
    @DisplayName("A form that was opened before the last change changes nothing.")
    void late() {
        saveTwice();
        for (int version = 0; version < 2; version++) {
            boolean saved = save(version, "late");
            String body = body();
            Mistake.when(
                    body.equals("late"),
                    "The form had version "
                            + version
                            + " and the row version 2, but the form's text replaced the newer one."
                            + " Compare the two versions before you change the text.",
                    PAGE);
            Mistake.when(
                    saved || !body.equals("third"),
                    "A form with an old version was refused, but the method returned "
                            + saved
                            + ", and the text in the row is '"
                            + body
                            + "'.",
                    PAGE);
        }
    }

    @Test
    @Order(4)
    @DisplayName("The text of a deleted draft is not stored, and nothing is thrown.")
    void deleted() {
        boolean saved;
        try {
            saved = Editor.save(db, UNKNOWN, 0, "to nobody");
        } catch (NullPointerException missing) {
            throw new Mistake(
                    "The draft was deleted while its form was open, and the method threw a"
                            + " NullPointerException. find returns null if there is no such row.",
                    PAGE);
        }
        long drafts = db.query(Draft.class).count();
        Mistake.when(
                saved,
                "The draft was deleted while its form was open, and the method returned true.",
                PAGE);
        Mistake.when(
                drafts != 2,
                "The draft was deleted while its form was open, and now "
                        + drafts
                        + " drafts are stored instead of the 2 others.",
                PAGE);
    }

    /** Changes a row after it was loaded without a lock, as another process could. */
    private static final class Interruption implements PostLoadEventListener {
        private static final long serialVersionUID = 1L;

        private final AtomicBoolean happened = new AtomicBoolean();

        @Override
        public void onPostLoad(PostLoadEvent event) {
            LockMode held =
                    event.getSession()
                            .getPersistenceContext()
                            .getEntry(event.getEntity())
                            .getLockMode();
            if (held.greaterThan(LockMode.READ) || !happened.compareAndSet(false, true)) {
                return;
            }
            event.getSession()
                    .doWork(
                            connection -> {
                                try (PreparedStatement change =
                                        connection.prepareStatement(
                                                "update drafts set version = version + 10")) {
                                    change.executeUpdate();
                                }
                            });
        }
    }

    @Test
    @Order(5)
    @DisplayName(
            "A change right after the comparison is not overwritten, and db.session() still works.")
    void inBetween() {
        saveTwice();
        db.closeSession();
        Interruption interruption = new Interruption();
        db.sessionFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getEventListenerRegistry()
                .getEventListenerGroup(EventType.POST_LOAD)
                .appendListener(interruption);
        boolean saved;
        try {
            saved = Editor.save(db, id, 2, "fourth");
        } catch (OptimisticLockException tooLate) {
            throw new Mistake(
                    "Somebody changed the row between your comparison and the UPDATE, and the"
                            + " method threw an OptimisticLockException. Catch it around the"
                            + " transaction, and return false.",
                    PAGE);
        }
        boolean interrupted = interruption.happened.get();
        goOn();
        Mistake.when(
                saved && interrupted,
                "Somebody changed the row between your comparison and the UPDATE, and that change"
                        + " was overwritten. On PostgreSQL that can happen. Mark the version with"
                        + " @Version.",
                VERSION);
        Mistake.when(
                saved == interrupted || saved != body().equals("fourth"),
                "The row was "
                        + (interrupted ? "" : "not ")
                        + "changed after your comparison. The method returned "
                        + saved
                        + ", and the text in the row is '"
                        + body()
                        + "'.",
                PAGE);
    }

    /** Stores another draft in the session that the answer may have used. */
    private void goOn() {
        try {
            db.session().add(new Draft("the next one"));
            db.session().commit();
        } catch (RuntimeException unusable) {
            throw new Mistake(
                    "After the method has returned false, the next commit of db.session() fails."
                            + " After an exception, call rollback(), or use db.inTransaction, which"
                            + " opens a session of its own.",
                    FAILED);
        }
    }
}
