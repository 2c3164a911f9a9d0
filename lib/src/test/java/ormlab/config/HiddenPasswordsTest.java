package ormlab.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ormlab.error.OrmlabException;

/** Passwords are never shown, whatever is wrong with the URL. */
class HiddenPasswordsTest {
    private static final int ADDRESSES = 4_000;

    /** {@code U} stands for the user, {@code P} for the password. */
    private static final List<String> FORMS =
            List.of(
                    "postgresql://U:P@localhost/shop",
                    "postgresql://U:P@localhost:5432/shop?sslmode=require",
                    "postgres://U:P@[::1]:5432/shop",
                    "postgresql://U:P@one:5432,two/shop?target_session_attrs=read-write",
                    "postgres://:P@localhost/shop",
                    "postgresql://U:P@localhost",
                    "postgresql://U:P@localhost:port/shop",
                    "postgresql://U:P@/shop",
                    "postgresql:/U:P@localhost/shop",
                    "postgresql:///U:P@localhost/shop",
                    "postgresql:U:P@localhost/shop",
                    "postgresql//U:P@localhost/shop",
                    "POSTGRESQL://U:P@localhost/shop",
                    "postgresql ://U:P@localhost/shop",
                    "postgress://U:P@localhost/shop",
                    "mysql://U:P@localhost/shop",
                    "sqlite://U:P@localhost/shop",
                    "sqlite:U:P@localhost/shop",
                    "://U:P@localhost/shop",
                    "//U:P@localhost/shop",
                    "U:P@localhost/shop",
                    "U:P@localhost:5432/shop?application_name=x",
                    "U:P@[::1]/shop",
                    " postgresql://U:P@localhost/shop",
                    "jdbc:postgresql://U:P@localhost/shop",
                    "jdbc:postgresql:U:P@localhost/shop",
                    "jdbc:mysql://U:P@localhost/shop",
                    "jdbc:oracle:thin:U/P@localhost:1521/shop");

    /** A password that is an option ends at the next option. */
    private static final List<String> OPTIONS =
            List.of(
                    "postgresql://localhost/shop?user=U&password=P",
                    "postgresql://localhost:5432/shop?password=P&sslmode=require",
                    "postgresql://U@localhost/shop?sslpassword=P",
                    "postgresql://localhost?password=P",
                    "jdbc:postgresql://localhost/shop?user=U&password=P",
                    "jdbc:postgresql://localhost:5432/shop?sslpassword=P&user=U",
                    "jdbc:postgresql:shop?PASSWORD=P&user=U",
                    "jdbc:postgresql://a:1,b:2/shop?user=U&password=P",
                    "jdbc:sqlite:data.sqlite?password=P",
                    "jdbc:sqlserver://localhost;user=U;password=P;x=1",
                    "jdbc:mysql://localhost/shop?user=U&pwd=P",
                    "localhost/shop?password=P");

    /** The URLs contain none of these letters, so the test notices any of them. */
    private static final String LETTERS = "XYZKVÄÖéß中😀";

    private static final String SIGNS = "@:/?#&=%+!$*()[]{}<>,;.|\\\"'`~^_- ";

    private final Random random = new Random(42);

    private String password(String signs) {
        StringBuilder password = new StringBuilder();
        for (int i = 4 + random.nextInt(12); i > 0; i--) {
            int[] from = (random.nextInt(3) > 0 ? LETTERS : signs).codePoints().toArray();
            password.appendCodePoint(from[random.nextInt(from.length)]);
        }
        // After a host and a colon, a number would be a port.
        return "X" + password + "Z";
    }

    private static String shown(String address) {
        try {
            DatabaseUrl url = DatabaseUrl.parse(address);
            return url + " " + url.jdbcUrl().orElse("").replaceAll("^jdbc:sqlite:.*", "");
        } catch (OrmlabException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static void assertHidden(String address) {
        assertThat(shown(address)).as(address).doesNotContainPattern("[" + LETTERS + "]");
    }

    @Test
    void a_password_before_the_host_is_never_shown() {
        for (int i = 0; i < ADDRESSES; i++) {
            String form = FORMS.get(i % FORMS.size());
            assertHidden(form.replace("P@", password(SIGNS) + "@").replace("U", "anna"));
        }
    }

    @Test
    void a_password_among_the_options_is_never_shown() {
        String signs = SIGNS.replaceAll("[&;=]", "");
        for (int i = 0; i < ADDRESSES; i++) {
            String form = OPTIONS.get(i % OPTIONS.size());
            assertHidden(
                    form.replaceAll("=P\\b", "=" + Matcher.quoteReplacement(password(signs)))
                            .replace("U", "anna"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://localhost/shop",
                "postgresql://anna@localhost:5432/shop?sslmode=require",
                "postgresql://[::1]:5432/shop",
                "postgresql://anna@one:5432,two:5433,[::1]/shop",
                "jdbc:postgresql://localhost:5432/shop?ApplicationName=a@b",
                "jdbc:postgresql://one:1,two:2/shop",
                "jdbc:postgresql:shop",
                "sqlite:///data/a:b@c.sqlite",
                "jdbc:sqlite:data.sqlite?cache=shared"
            })
    void an_address_without_a_password_is_shown_as_it_is(String address) {
        assertThat(DatabaseUrl.parse(address)).hasToString(address);
    }

    @Test
    void a_jdbc_url_has_neither_user_nor_password() {
        DatabaseUrl url =
                DatabaseUrl.parse(
                        "jdbc:postgresql://localhost/shop?user=anna&ssl=true&password=a%20b&sslpassword=c");
        assertThat(url.jdbcUrl()).contains("jdbc:postgresql://localhost/shop?ssl=true");
        assertThat(url)
                .hasToString(
                        "jdbc:postgresql://localhost/shop?user=anna&ssl=true&password=***&sslpassword=***");
        assertThat(url.address().properties())
                .containsOnlyKeys("user", "password", "sslpassword")
                .containsEntry("password", "a b");
    }
}
