package ormlab.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import ormlab.Database;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

class RegularExpressionsTest {
    @Entity(name = "Plant")
    static class Plant {
        @Id String name;

        Plant() {}

        Plant(String name) {
            this.name = name;
        }
    }

    @OnSqliteAndPostgres
    void a_pattern_is_found_anywhere_in_the_text(TestDatabase database) {
        try (Database db = database.open(Plant.class)) {
            db.session().addAll(new Plant("Red Rose"), new Plant("Oak"), new Plant("rosemary"));
            db.session().commit();
            assertThat(names(db, "name like regexp '[Rr]ose'"))
                    .containsExactly("Red Rose", "rosemary");
            assertThat(names(db, "regexp_like(name, '^rose')")).containsExactly("rosemary");
            assertThat(names(db, "regexp_like(name, '^o', 'i')")).containsExactly("Oak");
            assertThat(names(db, "name not like regexp '^.{3}$'")).hasSize(2);
            assertThatThrownBy(() -> names(db, "name like regexp '('")).isNotNull();
            db.session().rollback();
        }
    }

    private static List<String> names(Database db, String condition) {
        String hql = "select name from Plant where " + condition + " order by name";
        return db.session().createSelectionQuery(hql, String.class).getResultList();
    }
}
