package ormlab.dialect.sqlite.internal.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainDateTimeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21 13:05:07.123456",
                "2026-11-21 13:05:07",
                "2026-11-21 13:05:07.1",
                "2026-11-21 13:05:07.123456789",
                "0001-01-01 00:00:00.000000",
                "9999-12-31 23:59:59.999999"
            })
    void the_form_that_is_written_is_read_as_the_general_parser_reads_it(String text) {
        assertThat(PlainDateTime.read(text)).isEqualTo(LocalDateTime.parse(text.replace(' ', 'T')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-21",
                "2026-11-21 13:05",
                "2026-11-21T13:05:07",
                "2026-11-21 13:05:07.",
                "2026-11-21 13:05:07Z",
                "2026-11-21 13:05:07.1Z",
                "2026-11-21 13:05:07+01:00",
                "2026-11-21 13:05:07.1234567890",
                "2026-11-21 24:00:00",
                "2026-1x-21 13:05:07",
                "+2026-1-21 13:05:07"
            })
    void other_forms_are_left_to_the_general_parser(String text) {
        assertThat(PlainDateTime.read(text)).isEqualTo(PlainDateTime.OTHER);
    }

    @Test
    void a_day_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> PlainDateTime.read("2026-02-30 13:05:07"))
                .isInstanceOf(DateTimeException.class);
    }
}
