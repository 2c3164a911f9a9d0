package ormlab.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ormlab.notebook.Notebook.predict;
import static ormlab.notebook.Notebook.sql;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ormlab.Database;
import ormlab.error.OrmlabException;
import ormlab.model.Role;
import ormlab.model.User;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;
import ormlab.trace.Trace;

class PredictIT {
    private static Database withUsers(TestDatabase kind) {
        Database db = kind.open(Role.class, User.class);
        db.session().addAll(new User("fred"), new User("steve"), new User("susan"));
        db.session().commit();
        return db;
    }

    @OnEveryDatabase
    void the_next_trace_shows_the_result_below_its_statements(TestDatabase kind) {
        try (Database db = withUsers(kind)) {
            assertThat(predict("How many SELECTs does this take?", 3))
                    .hasToString("You say: 3 SELECTs. The next sql(…) shows how many there were.");
            assertThat(sql(() -> db.query(User.class).all()).text())
                    .endsWith("\n-- 1 statement\n-- You said 3 SELECTs; it was 1.");
            predict("How many SELECTs does this take?", 1);
            assertThat(sql(() -> db.query(User.class).all()).text())
                    .endsWith("\n-- 1 statement\n-- You said 1 SELECT. Right.");
        }
    }

    @OnEveryDatabase
    void the_result_says_what_the_number_consists_of(TestDatabase kind) {
        try (Database db = withUsers(kind)) {
            predict("How many SELECTs does this take?", 1);
            Runnable oneByOne =
                    () -> {
                        db.session().clear();
                        for (int id = 1; id <= 3; id++) {
                            db.session().find(User.class, id);
                        }
                    };
            assertThat(sql(oneByOne).text())
                    .endsWith("You said 1 SELECT; it was 3: the same statement each time.");
            predict("How many SELECTs does this take?", 2);
            Runnable all =
                    () -> {
                        db.query(User.class).count();
                        oneByOne.run();
                    };
            assertThat(sql(all).text())
                    .endsWith("You said 2 SELECTs; it was 4: one of them was sent 3 times.");
            predict("How many statements does this take?", 1);
            Runnable readAndWrite =
                    () -> {
                        var users = db.query(User.class).orderBy("id").all();
                        users.get(0).setUsername("john");
                        db.session().delete(users.get(1));
                        db.session().add(new User("anna"));
                        db.session().commit();
                    };
            Trace mixed = sql(readAndWrite);
            assertThat(mixed.text())
                    .endsWith(
                            "You said 1 statement; it was 4: 1 SELECT, 1 INSERT, 1 UPDATE, 1 DELETE.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "How many rows come back?, 2, You said 2 rows; it was 3.",
        "Guess: how many SELECT statements?, 1, You said 1 SELECT. Right.",
        "How many statements?, 0, You said 0 statements; it was 1.",
        "How many INSERTs?, 1, You said 1 INSERT; it was none.",
        "How many updates?, 0, You said 0 UPDATEs. Right.",
        "How many deletes are sent?, 2, You said 2 DELETEs; it was none.",
    })
    void the_question_says_what_is_counted(String question, int number, String answer) {
        try (Database db = withUsers(TestDatabase.SQLITE_MEMORY)) {
            predict(question, number);
            Trace trace = sql(() -> db.query(User.class).all());
            assertThat(trace.text()).endsWith("\n-- " + answer);
            assertThat(trace.html()).endsWith("<p>" + answer + "</p>");
        }
    }

    @Test
    void a_prediction_is_checked_once_and_the_last_one_counts() {
        try (Database db = withUsers(TestDatabase.SQLITE_MEMORY)) {
            predict("How many SELECTs?", 7);
            predict("How many SELECTs?", 1);
            assertThat(sql(() -> db.query(User.class).all()).text()).endsWith("Right.");
            assertThat(sql(() -> db.query(User.class).all()).text()).endsWith("-- 1 statement");
        }
    }

    @Test
    void code_that_fails_leaves_no_prediction_to_the_next_cell() {
        try (Database db = withUsers(TestDatabase.SQLITE_MEMORY)) {
            predict("How many SELECTs?", 1);
            assertThatThrownBy(() -> sql(() -> db.query(User.class).filterBy("nme", "x").all()))
                    .isInstanceOf(OrmlabException.class);
            assertThat(sql(() -> db.query(User.class).all()).text()).endsWith("-- 1 statement");
        }
    }

    @Test
    void a_wrong_call_explains_itself() {
        assertThatThrownBy(() -> predict("How many users are there?", 3))
                .isInstanceOf(OrmlabException.class)
                .hasMessage(
                        "'How many users are there?' does not say what to count. After 'How many'"
                                + " write one of: statements, SELECTs, INSERTs, UPDATEs, DELETEs, rows."
                                + " For example: predict(\"How many SELECTs does this take?\", 1)");
        assertThatThrownBy(() -> predict("SELECTs?", 3))
                .hasMessageStartingWith("'SELECTs?' does not say what to count.");
        assertThatThrownBy(() -> predict("How many rows?", -1))
                .isInstanceOf(OrmlabException.class)
                .hasMessage(
                        "A prediction must be at least 0, not -1: predict(\"How many rows?\", 1)");
    }
}
