package ormlab.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseUrlTest {
    @Test
    void three_slashes_are_a_relative_path() {
        assertThat(DatabaseUrl.parse("sqlite:///data.sqlite").file())
                .contains(Path.of("data.sqlite"));
    }

    @Test
    void four_slashes_are_an_absolute_path() {
        assertThat(DatabaseUrl.parse("sqlite:////var/x.db").file()).contains(Path.of("/var/x.db"));
    }

    @Test
    void a_path_may_contain_spaces_and_umlauts() {
        assertThat(DatabaseUrl.parse("sqlite:///my ünder/x y.db").file())
                .contains(Path.of("my ünder/x y.db"));
    }

    @Test
    void two_slashes_are_a_database_in_memory() {
        assertThat(DatabaseUrl.parse("sqlite://").inMemory()).isTrue();
        assertThat(DatabaseUrl.parse("sqlite:///:memory:").inMemory()).isTrue();
        assertThat(DatabaseUrl.parse("sqlite:///memory").inMemory()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql://me:secret@db.example.org:5433/shop | jdbc:postgresql://db.example.org:5433/shop",
                "postgres://me:secret@localhost/shop             | jdbc:postgresql://localhost/shop",
                "postgresql://localhost/shop?sslmode=require     | jdbc:postgresql://localhost/shop?sslmode=require",
                "postgresql://me@[::1]:5432/shop                 | jdbc:postgresql://[::1]:5432/shop",
            })
    void postgres_addresses_become_jdbc_addresses(String address, String jdbc) {
        assertThat(DatabaseUrl.parse(address).jdbcUrl()).contains(jdbc);
    }

    @Test
    void special_characters_in_a_password_are_decoded() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://me:p%40ss%2Fw+rd@localhost/shop");
        assertThat(url.address().properties()).containsEntry("user", "me");
        assertThat(url.address().properties()).containsEntry("password", "p@ss/w+rd");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql://me:sec@ret@localhost/shop | true",
                "postgresql://me:sec/ret@localhost/shop | true",
                "postgresql://me:s@c/ret@localhost/shop?ssl=true | true",
                "postgresql://localhost/shop?options=a@b | false",
                "postgresql://local,host?a@b | false",
            })
    void an_unencoded_character_in_a_password_is_named(String address, boolean named) {
        assertThatThrownBy(() -> DatabaseUrl.parse(address))
                .isInstanceOf(InvalidDatabaseUrl.class)
                .hasMessageContaining(
                        named
                                ? "' is not a PostgreSQL URL, because @ or / is unencoded in its"
                                        + " user or password. Write postgresql://"
                                : "' is not a PostgreSQL URL. Write postgresql://");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql://me:secret@localhost/shop",
                "postgresql://me:secret@localhost",
                "postgresql://me:secret@localhost:x/shop",
                "postgresql://me:sec@ret@localhost:1/",
                "postgresql://me:sec@ret@localhost/shop",
                "postgresql://me:secret/shop",
                "postgresql://me:secret",
                "postgres://:secret@localhost/shop",
                "jdbc:postgresql://localhost/shop?user=me&password=secret",
                "mysql://me:secret@localhost/shop",
                "postgresql:/me:secret@localhost/shop",
            })
    void a_password_is_never_shown(String address) {
        String shown;
        try {
            shown = DatabaseUrl.parse(address).toString();
        } catch (InvalidDatabaseUrl refused) {
            shown = refused.getMessage();
        }
        assertThat(shown).doesNotContain("sec").doesNotContain("ret@");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\"                     | The database URL is empty. Write for example"
                        + " sqlite:///data.sqlite.",
                "sqlite://data.sqlite     | 'sqlite://data.sqlite' has two slashes: what follows"
                        + " two slashes is a host, and SQLite has none. Write"
                        + " sqlite:///data.sqlite for a file relative to the working directory,"
                        + " or sqlite:////data.sqlite for an absolute path.",
                "sqlite:/data.sqlite      | 'sqlite:/data.sqlite' needs slashes after 'sqlite:'."
                        + " Write sqlite:///data.sqlite for a file in the working directory.",
                "sqlite:\\\\work\\data.sqlite | 'sqlite:\\\\work\\data.sqlite' needs slashes"
                        + " after 'sqlite:'. Write sqlite:///work/data.sqlite for a file in the"
                        + " working directory.",
                "sqlite:data.sqlite       | 'sqlite:data.sqlite' needs slashes after 'sqlite:'."
                        + " Write sqlite:///data.sqlite for a file in the working directory.",
                "\"sqlite:/// data.sqlite\" | 'sqlite:/// data.sqlite' has a space after the"
                        + " slashes. Write sqlite:///data.sqlite without it.",
                "\"sqlite:/// /home/me/x.db\" | 'sqlite:/// /home/me/x.db' has a space after the"
                        + " slashes. Write sqlite:////home/me/x.db without it.",
                "\" sqlite:///x.db\"      | The database URL ' sqlite:///x.db' begins or ends"
                        + " with a space. Remove it: sqlite:///x.db",
                "sqlite:///               | 'sqlite:///' has no file name. Write"
                        + " sqlite:///data.sqlite, or sqlite:// (two slashes, nothing after"
                        + " them) for a database in memory.",
                "sqllite:///x.db          | 'sqllite:///x.db' begins with 'sqllite:', which is"
                        + " not a supported database. Did you mean 'sqlite'? Write"
                        + " sqlite:///file, postgresql://user:password@host/database, or jdbc:….",
                "data.sqlite              | 'data.sqlite' is not a database URL. For a file"
                        + " write sqlite:///data.sqlite (three slashes, then the path).",
                "postgresql://localhost   | 'postgresql://localhost' has no database name after"
                        + " the host. Write postgresql://user:password@host:5432/database.",
                "postgresql:///shop       | 'postgresql:///shop' has no host. Write"
                        + " postgresql://user:password@host:5432/database.",
                "postgresql://h:0/shop    | What follows the host in 'postgresql://h:0/shop' is"
                        + " not a port number. Write"
                        + " postgresql://user:password@host:5432/database.",
                "jdbc:oracle:thin:@x      | 'jdbc:oracle:thin:***' is the JDBC URL of a database"
                        + " that is not supported. Supported are jdbc:sqlite: and"
                        + " jdbc:postgresql:.",
            })
    void a_wrong_address_is_told_how_to_be_written(String address, String message) {
        assertThatThrownBy(() -> DatabaseUrl.parse(address))
                .isInstanceOf(InvalidDatabaseUrl.class)
                .hasMessage(message);
    }
}
