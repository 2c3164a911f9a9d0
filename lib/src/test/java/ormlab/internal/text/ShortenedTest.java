package ormlab.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ormlab.mapping.BaseEntity;
import ormlab.picture.Rows;

/** No text that is shortened ends in half of an emoji. */
class ShortenedTest {
    private static final String EMOJI = "\uD83D\uDE00";

    @Test
    void a_text_is_cut_between_characters() {
        assertThat(Shortened.to(5, "abcde")).isEqualTo("abcde");
        assertThat(Shortened.to(5, "abcdef")).isEqualTo("abcd…");
        assertThat(Shortened.to(5, "abc" + EMOJI + "d")).isEqualTo("abc…");
        assertThat(Shortened.to(6, "abc" + EMOJI + "de")).isEqualTo("abc" + EMOJI + "…");
        assertThat(Shortened.beginning(EMOJI, 1)).isEmpty();
        assertThat(Shortened.beginning(EMOJI, 0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a"})
    void the_texts_of_entities_and_of_rows_keep_whole_emojis(String before) {
        String text = before + EMOJI.repeat(500);
        Note note = new Note();
        note.title = text;
        assertThat(note.toString()).doesNotContainPattern("\\p{Cs}").hasSizeLessThan(60);
        assertThat(new Rows(List.of("title"), List.of(List.of(text))).text())
                .contains("…")
                .doesNotContainPattern("\\p{Cs}");
    }

    @Test
    void the_text_of_an_entity_has_at_most_forty_characters_and_no_secret() {
        Note note = new Note();
        note.passwordHash = note.apiKey = note.salt = note.resetToken = note.secretWord = "secret";
        assertThat(note).hasToString("<Note without id>");
        note.title = "x".repeat(41);
        assertThat(note).hasToString("<Note '" + "x".repeat(39) + "…'>");
    }

    @Entity
    static class Note extends BaseEntity {
        String passwordHash;
        String apiKey;
        String salt;
        String resetToken;
        String secretWord;
        String title;
    }
}
