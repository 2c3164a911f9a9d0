package ormlab.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import ormlab.Database;
import ormlab.model.Role;
import ormlab.model.User;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;
import ormlab.trace.Trace;

class DynamicListTest {
    private static Role observer(Database db) {
        Role observer = new Role("Observer");
        db.session()
                .addAll(
                        observer,
                        new User("steve", observer),
                        new User("fred", observer),
                        new User("susan"));
        db.session().commit();
        return observer;
    }

    @OnEveryDatabase
    void the_other_side_is_filtered_and_sorted_in_the_database(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            Role observer = observer(db);
            assertThat(observer.getUsers().orderBy("username").all())
                    .hasToString("[<User 'fred'>, <User 'steve'>]");
            assertThat(observer.getUsers().filterBy("username", "fred").first()).isPresent();
            assertThat(observer.getUsers().filterBy("username", "susan").first()).isEmpty();
            assertThat(observer.getUsers().orderBy("username").limit(1).all())
                    .hasToString("[<User 'fred'>]");
        }
    }

    @OnEveryDatabase
    void a_dynamic_list_of_a_queried_owner_works(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            observer(db);
            db.closeSession();
            Role loaded = db.query(Role.class).filterBy("name", "Observer").one();
            assertThat(loaded.getUsers().orderBy("username").all())
                    .extracting(User::getUsername)
                    .containsExactly("fred", "steve");
        }
    }

    @OnEveryDatabase
    void counting_sends_one_statement_and_loads_nothing(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            Role observer = observer(db);
            Trace trace = db.trace(() -> assertThat(observer.getUsers().count()).isEqualTo(2));
            assertThat(trace.count()).isEqualTo(1);
            assertThat(trace.statements().get(0).rows()).isEqualTo(1);
            assertThat(observer.getUsers()).hasSize(2);
            assertThat(observer.getUsers().isEmpty()).isFalse();
        }
    }

    @OnEveryDatabase
    void adding_sets_the_owning_side_and_loads_nothing(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            Role observer = observer(db);
            User anna = new User("anna");
            assertThat(db.trace(() -> observer.getUsers().add(anna)).count()).isZero();
            assertThat(anna.getRole()).isSameAs(observer);
            assertThat(db.trace(() -> db.session().commit()).statements())
                    .noneMatch(statement -> statement.sql().contains("from users"));
            assertThat(observer.getUsers().count()).isEqualTo(3);
        }
    }

    @OnEveryDatabase
    void removing_clears_the_owning_side_and_loads_nothing(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            Role observer = observer(db);
            User fred = db.query(User.class).filterBy("username", "fred").one();
            assertThat(db.trace(() -> observer.getUsers().remove(fred)).count()).isZero();
            db.session().commit();
            assertThat(observer.getUsers().all()).hasToString("[<User 'steve'>]");
            assertThat(db.query(User.class).count()).isEqualTo(3);
        }
    }

    @OnEveryDatabase
    void removing_another_owners_element_changes_nothing(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            Role observer = observer(db);
            Role editor = new Role("Editor");
            User john = new User("john", editor);
            db.session().addAll(editor, john);
            db.session().commit();
            assertThat(observer.getUsers().remove(john)).isFalse();
            assertThat(observer.getUsers().remove(new User("stranger"))).isFalse();
            assertThat(observer.getUsers().remove("john")).isFalse();
            db.session().commit();
            assertThat(john.getRole()).isSameAs(editor);
        }
    }

    @OnEveryDatabase
    @SuppressWarnings({"unchecked", "rawtypes"})
    void what_is_no_element_is_refused_in_words(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            Role observer = observer(db);
            assertThatThrownBy(() -> observer.getUsers().add(null))
                    .hasMessage("null cannot be put into 'users', a list of User.");
            assertThatThrownBy(() -> ((Collection) observer.getUsers()).add("fred"))
                    .hasMessage("fred of class String cannot be put into 'users', a list of User.");
        }
    }

    @OnEveryDatabase
    void all_ways_to_remove_set_the_owning_side(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            Role observer = observer(db);
            observer.getUsers().removeIf(user -> user.getUsername().equals("fred"));
            assertThat(observer.getUsers().all()).hasToString("[<User 'steve'>]");
            Iterator<User> left = observer.getUsers().iterator();
            left.next();
            left.remove();
            assertThat(observer.getUsers().isEmpty()).isTrue();
            observer.getUsers().addAll(db.query(User.class).all());
            observer.getUsers().retainAll(List.of());
            assertThat(observer.getUsers().isEmpty()).isTrue();
            observer.getUsers().addAll(db.query(User.class).all());
            observer.getUsers().clear();
            db.session().commit();
            assertThat(observer.getUsers().count()).isZero();
            assertThat(db.query(User.class).count()).isEqualTo(3);
        }
    }

    @OnEveryDatabase
    void elements_of_a_new_object_are_stored_with_it(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            Role editor = new Role("Editor");
            editor.getUsers().addAll(List.of(new User("john"), new User("anna")));
            assertThatThrownBy(() -> editor.getUsers().orderBy("username"))
                    .hasMessageStartingWith(
                            "This list belongs to an object that is not stored yet");
            db.session().add(editor);
            db.session().commit();
            assertThat(editor.getUsers().orderBy("username").all())
                    .hasToString("[<User 'anna'>, <User 'john'>]");
        }
    }

    @OnEveryDatabase
    void a_detached_owner_has_a_clear_message(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            Role observer = observer(db);
            db.session().rollback();
            assertThatThrownBy(() -> observer.getUsers().all())
                    .hasMessageStartingWith("This list belongs to an object that is detached");
        }
    }

    @OnEveryDatabase
    void loading_an_owner_loads_no_element(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            observer(db);
            db.session().clear();
            Trace trace = db.trace(() -> db.query(Role.class).all().get(0).getUsers().toString());
            assertThat(trace.count()).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void a_deleted_element_is_gone_from_the_list(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            Role observer = observer(db);
            db.session().delete(observer.getUsers().filterBy("username", "fred").one());
            assertThat(observer.getUsers().all()).hasToString("[<User 'steve'>]");
        }
    }
}
