package ormlab.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ormlab.testing.Engine;
import ormlab.testing.MappedModel;

class TextsTest {
    @TempDir Path folder;

    private Thing stored(Engine engine, Consumer<Thing> values) {
        try (MappedModel model = engine.create(folder, Thing.class)) {
            return Thing.stored(model, values);
        }
    }

    @ParameterizedTest
    @EnumSource
    void texts_come_back_unchanged(Engine engine) {
        try (MappedModel model = engine.create(folder, Thing.class)) {
            for (String text :
                    new String[] {
                        "",
                        " ",
                        "it's",
                        "\"quoted\"",
                        "line\nbreak\r\n\ttab",
                        "😀 café ß 漢字",
                        "'; drop table thing; --",
                        "back\\slash",
                        "%_",
                        "\u0001\u007f"
                    }) {
                Thing read =
                        Thing.stored(
                                model,
                                thing -> {
                                    thing.text = text;
                                    thing.longText = text;
                                    thing.lobText = text;
                                });
                assertThat(read.text).isEqualTo(text);
                assertThat(read.longText).isEqualTo(text);
                assertThat(read.lobText).isEqualTo(text);
                Long found = model.askOne(Long.class, "select id from Thing where text = ?1", text);
                assertThat(found).isEqualTo(read.id);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_million_characters_come_back(Engine engine) {
        String text = "déjà vu 😀 ".repeat(100_000);
        Thing read =
                stored(
                        engine,
                        thing -> {
                            thing.longText = text;
                            thing.lobText = text;
                        });
        assertThat(read.longText).isEqualTo(text);
        assertThat(read.lobText).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource
    void the_character_nul_is_kept_or_refused(Engine engine) {
        if (engine == Engine.SQLITE) {
            assertThat(stored(engine, thing -> thing.text = "a\0b").text).isEqualTo("a\0b");
        } else {
            assertThatThrownBy(() -> stored(engine, thing -> thing.text = "a\0b"))
                    .hasMessage(
                            "The text 'a…' holds the character NUL (\\0), which PostgreSQL cannot"
                                    + " store. Leave it out, or store bytes.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void half_a_character_is_refused(Engine engine) {
        assertThatThrownBy(() -> stored(engine, thing -> thing.text = "a\ud83d"))
                .hasMessageContaining("half of a character");
    }
}
