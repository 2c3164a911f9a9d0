package ormlab.session;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ormlab.Database;
import ormlab.error.OrmlabException;
import ormlab.model.Role;
import ormlab.model.User;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

/**
 * HQL uses the names of classes and SQL those of tables; messages about mix-ups suggest the other
 * name.
 */
class WrongNamesTest {
    @OnEveryDatabase
    void a_table_in_HQL_suggests_its_class(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            String words =
                    "HQL queries models, and 'users' is the table of User. Write the class: from"
                            + " User.";
            assertThatThrownBy(() -> db.session().createSelectionQuery("from users", User.class))
                    .isInstanceOf(OrmlabException.class)
                    .hasMessage(words);
            assertThatThrownBy(() -> db.session().createQuery("from users", User.class))
                    .hasMessage(words);
            assertThatThrownBy(() -> db.session().createMutationQuery("delete from users"))
                    .hasMessage(words);
        }
    }

    @OnEveryDatabase
    void a_mistyped_class_in_HQL_suggests_the_nearest(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            assertThatThrownBy(() -> db.session().createSelectionQuery("from Usr", User.class))
                    .hasMessage(
                            "HQL queries models, and 'Usr' is none. Did you mean 'User'?"
                                    + " Registered:"
                                    + " [Role, User].");
        }
    }

    @OnEveryDatabase
    void a_class_in_SQL_suggests_its_table(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            String asked = kind == TestDatabase.POSTGRESQL ? "role" : "Role";
            assertThatThrownBy(() -> db.rows("select * from Role"))
                    .hasMessage(
                            "Could not run 'select * from Role': Table '"
                                    + asked
                                    + "' does not exist. That is the name of a class; its table is"
                                    + " 'roles'. Use the table's name in SQL.");
        }
    }

    @OnEveryDatabase
    void a_mistyped_table_suggests_the_nearest(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            assertThatThrownBy(() -> db.rows("select * from usres"))
                    .hasMessage(
                            "Could not run 'select * from usres': Table 'usres' does not exist. Did you"
                                    + " mean 'users'?");
        }
    }
}
