package ormlab.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ormlab.config.DatabaseUrl;

class EngineTest {
    @Test
    void every_engine_on_the_class_path_is_found() {
        assertThat(Engine.all()).extracting(Engine::name).containsExactly("SQLite", "PostgreSQL");
    }

    @ParameterizedTest
    @CsvSource({
        "sqlite://, SQLite",
        "sqlite:///data.sqlite, SQLite",
        "jdbc:sqlite:data.sqlite?cache=shared, SQLite",
        "postgresql://fred:secret@localhost/notes, PostgreSQL",
        "jdbc:postgresql:notes, PostgreSQL"
    })
    void an_address_knows_its_engine(String address, String name) {
        assertThat(DatabaseUrl.parse(address).engine().name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "0/3026B80, true",
        "FFFFFFFF/ffffffff, true",
        "'', false",
        "0/, false",
        "0/3026B80'; drop table posts, false",
        "0/1234567890, false",
        "zero/one, false",
    })
    void a_text_that_a_visitor_changed_is_not_a_position_in_the_log(String token, boolean valid) {
        Replication replication = Engine.of("jdbc:postgresql:notes").replication().orElseThrow();
        assertThat(replication.isPosition(token)).isEqualTo(valid);
        assertThat(Engine.of("jdbc:sqlite:notes").replication()).isEmpty();
    }

    @Test
    void an_unknown_url_is_refused_without_its_password() {
        assertThatThrownBy(() -> Engine.of("jdbc:oracle:thin:@fred/secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jdbc:oracle")
                .hasMessageContaining("SQLite")
                .hasMessageNotContaining("secret");
        assertThat(Engine.find("jdbc:oracle:thin:@fred/secret")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:sqlite:, users Users \"order\" \"Order\" \"my table\" \"a\"\"b\" offset",
        "jdbc:postgresql:, users \"Users\" \"order\" \"Order\" \"my table\" \"a\"\"b\" \"offset\""
    })
    void only_names_that_need_quotes_get_them(String url, String expected) {
        Engine engine = Engine.of(url);
        List<String> names =
                List.of("users", "Users", "order", "Order", "my table", "a\"b", "offset");
        String quoted = names.stream().map(engine::quoted).reduce((a, b) -> a + " " + b).get();
        assertThat(quoted).isEqualTo(expected);
    }
}
