package ormlab.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

class JsonColumnsTest {
    @Entity
    static class Profile {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @JdbcTypeCode(SqlTypes.JSON)
        Map<String, String> settings;

        @JdbcTypeCode(SqlTypes.JSON)
        List<Integer> scores;
    }

    @OnEveryDatabase
    void json_is_stored_and_read_back(TestDatabase kind) {
        try (Database db = kind.open(Profile.class)) {
            Profile profile = new Profile();
            profile.settings = Map.of("it's", "a \"quoted\"\nline \uD83D\uDE00");
            profile.scores = List.of(1, 2, 3);
            Profile empty = new Profile();
            db.session().addAll(profile, empty);
            db.session().commit();
            db.session().clear();
            Profile loaded = db.query(Profile.class).get(profile.id).orElseThrow();
            assertThat(loaded.settings)
                    .isEqualTo(Map.of("it's", "a \"quoted\"\nline \uD83D\uDE00"));
            assertThat(loaded.scores).containsExactly(1, 2, 3);
            assertThat(db.query(Profile.class).get(empty.id).orElseThrow().settings).isNull();
            loaded.settings = Map.of("theme", "dark");
            db.session().commit();
            db.session().clear();
            assertThat(db.query(Profile.class).get(profile.id).orElseThrow().settings)
                    .isEqualTo(Map.of("theme", "dark"));
        }
    }

    @Test
    void without_a_library_for_json_the_model_is_refused() throws Exception {
        var members =
                List.<java.lang.reflect.AnnotatedElement>of(
                        Profile.class.getDeclaredField("settings"));
        assertThatThrownBy(() -> JsonColumns.check(Profile.class, members, name -> false))
                .isInstanceOf(InvalidModel.class)
                .hasMessage(
                        "Profile stores 'settings' as JSON, and no library for JSON is on the class path. Add"
                                + " Jackson to it, tools.jackson.core:jackson-databind, before the first db.models(…).");
        assertThatCode(
                        () ->
                                JsonColumns.check(
                                        Profile.class,
                                        members,
                                        name -> name.startsWith("tools.jackson")))
                .doesNotThrowAnyException();
    }
}
