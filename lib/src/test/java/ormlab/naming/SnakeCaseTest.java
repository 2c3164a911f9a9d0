package ormlab.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnakeCaseTest {
    /** Flask-SQLAlchemy printed these rows, except the last three, which are attributes. */
    @ParameterizedTest
    @CsvSource({
        "AddressAndPhone, address_and_phone",
        "HTTPServer, http_server",
        "UserID, user_id",
        "OAuth2Token, o_auth2_token",
        "Address2, address2",
        "already_snake, already_snake",
        "ABC, abc",
        "NoKey, no_key",
        "passwordHash, password_hash",
        "aboutMe, about_me",
        "_hidden, hidden"
    })
    void names_become_what_flask_makes_of_them(String javaName, String name) {
        assertThat(SnakeCase.of(javaName)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "tags, tag",
        "categories, category",
        "addresses, address",
        "boxes, box",
        "following, following",
        "news, news",
        "status, status",
        "houses, house"
    })
    void regular_plurals_lose_their_ending(String plural, String singular) {
        assertThat(SnakeCase.singular(plural)).isEqualTo(singular);
    }
}
