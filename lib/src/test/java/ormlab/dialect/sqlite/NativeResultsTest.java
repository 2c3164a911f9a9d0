package ormlab.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.Map;
import org.hibernate.cfg.QuerySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.testing.MappedModel;

/** The classes of a native query's results if the query does not name them. */
class NativeResultsTest {
    @Entity(name = "Measured")
    static class Measured {
        @Id Integer id;
        Float single;
        Double real;
        LocalDateTime at;

        Measured() {}

        Measured(int id) {
            this.id = id;
            single = 1.5f;
            real = 0.1;
            at = LocalDateTime.of(2026, 11, 21, 13, 5);
        }
    }

    private static Object[] first(Path folder, boolean jdbcClasses) {
        Map<String, Object> settings =
                Map.of(QuerySettings.NATIVE_PREFER_JDBC_DATETIME_TYPES, jdbcClasses);
        String url = "jdbc:sqlite:" + folder.resolve(jdbcClasses + ".sqlite");
        try (MappedModel model = MappedModel.of(url, settings, Measured.class)) {
            model.createTables();
            model.write(session -> session.persist(new Measured(1)));
            return model.read(
                    session ->
                            session.createNativeQuery(
                                            "select single, real, at, real * 2 from measured",
                                            Object[].class)
                                    .getSingleResult());
        }
    }

    @Test
    void a_number_with_a_fraction_is_a_double(@TempDir Path folder) {
        assertThat(first(folder, false))
                .containsExactly(1.5, 0.1, LocalDateTime.of(2026, 11, 21, 13, 5), 0.2);
    }

    @Test
    void a_time_has_its_legacy_class_if_the_settings_say_so(@TempDir Path folder) {
        assertThat(first(folder, true)[2]).isInstanceOf(Timestamp.class);
    }
}
