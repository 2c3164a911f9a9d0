package ormlab.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import ormlab.testing.MappedModel;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

class TextsTest {
    private Thing stored(TestDatabase database, Consumer<Thing> values) {
        try (MappedModel model = database.create(Thing.class)) {
            return Thing.stored(model, values);
        }
    }

    @OnSqliteAndPostgres
    void texts_come_back_unchanged(TestDatabase database) {
        try (MappedModel model = database.create(Thing.class)) {
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

    @OnSqliteAndPostgres
    void a_million_characters_come_back(TestDatabase database) {
        String text = "déjà vu 😀 ".repeat(100_000);
        Thing read =
                stored(
                        database,
                        thing -> {
                            thing.longText = text;
                            thing.lobText = text;
                        });
        assertThat(read.longText).isEqualTo(text);
        assertThat(read.lobText).isEqualTo(text);
    }

    @OnSqliteAndPostgres
    void the_character_nul_is_refused_because_it_would_hide_the_rest_of_a_text(
            TestDatabase database) {
        assertThatThrownBy(() -> stored(database, thing -> thing.text = "a\0b"))
                .hasMessage(
                        "The text 'a…' contains the character NUL (\\0), which cannot be stored in"
                                + " a text. Leave it out, or store bytes.");
        if (database == TestDatabase.SQLITE) {
            assertThat(stored(database, thing -> thing.text = "\0").text).isEqualTo("\0");
        }
    }

    @OnSqliteAndPostgres
    void half_a_surrogate_pair_is_refused(TestDatabase database) {
        assertThatThrownBy(() -> stored(database, thing -> thing.text = "a\ud83d"))
                .hasMessageContaining("half of a character");
    }
}
