package ormlab.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import ormlab.Database;
import ormlab.config.ConnectionSettings;
import ormlab.model.Role;
import ormlab.model.User;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

/** What Flask calls SQLALCHEMY_ECHO. */
class EchoIT {
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    private Database open(TestDatabase kind) {
        Database db =
                Database.open(kind.freshUrl(), ConnectionSettings.defaults().echo(lines::add));
        db.models(Role.class, User.class).createAll();
        lines.clear();
        return db;
    }

    @OnEveryDatabase
    void statements_binds_commits_and_rollbacks_are_echoed_as_they_are_sent(TestDatabase kind) {
        try (Database db = open(kind)) {
            db.session().add(new Role("Observer's"));
            db.session().commit();
            assertThat(lines).hasSize(2);
            assertThat(lines.get(0))
                    .startsWith("insert into roles (name")
                    .contains("\n  -- binds: 'Observer''s'");
            assertThat(lines.get(1)).isEqualTo("-- commit");
        }
    }

    @OnEveryDatabase
    void other_threads_are_echoed_as_well(TestDatabase kind) throws InterruptedException {
        try (Database db = open(kind)) {
            Thread other =
                    new Thread(
                            () -> {
                                db.query(User.class).filterBy("username", "fred").all();
                                db.closeSession();
                            });
            other.start();
            other.join();
            assertThat(lines.get(0)).startsWith("select ").endsWith("\n  -- binds: 'fred'");
        }
    }

    @OnEveryDatabase
    void a_rejected_statement_says_why(TestDatabase kind) {
        try (Database db = open(kind)) {
            db.session().addAll(new Role("one"), new Role("one"));
            assertThatThrownBy(() -> db.session().commit()).isInstanceOf(RuntimeException.class);
            assertThat(lines.get(1)).contains("\n  -- refused: ").containsIgnoringCase("unique");
        }
    }

    @OnEveryDatabase
    void a_trace_records_the_same_statements(TestDatabase kind) {
        try (Database db = open(kind)) {
            Trace trace = db.trace(() -> db.query(User.class).all());
            assertThat(trace.count()).isEqualTo(1);
            assertThat(lines).singleElement().asString().startsWith("select ");
        }
    }
}
