package ormlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ormlab.testing.CellClasses;

/** What a user types in a shell, what is printed, and the exit code. */
class CommandLineIT {
    private static final Map<String, Path> COMPILED = new HashMap<>();

    @TempDir static Path shared;

    /** A project whose first migration has run; tests use copies of it. */
    private static Path prepared;

    @TempDir Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private Path classes;

    private static final String USER =
            """
            @jakarta.persistence.Entity @jakarta.persistence.Table(name = "users")
            public static class User {
                @jakarta.persistence.Id Integer id;
                String %s;
                protected User() {}
            }
            """;

    private void compile(String source) {
        classes = COMPILED.computeIfAbsent(source, CommandLineIT::compiled);
    }

    private static Path compiled(String source) {
        Path folder = shared.resolve("compiled" + COMPILED.size());
        CellClasses.compile(folder, 1, source);
        return folder.resolve("classes");
    }

    private void copyPreparedProject() throws IOException {
        compile(USER.formatted("name"));
        if (prepared == null) {
            db("init");
            db("migrate", "-m", "initial");
            db("upgrade");
            prepared = copy(home, shared.resolve("prepared"));
        } else {
            copy(prepared, home);
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return to;
    }

    private int db(String... arguments) {
        return db(Optional.empty(), arguments);
    }

    private int db(Optional<Function<String, String>> person, String... arguments) {
        out.reset();
        err.reset();
        List<String> all = new ArrayList<>(List.of("db"));
        for (String option :
                List.of(
                        "--url=sqlite:///" + home.resolve("data.sqlite"),
                        "--directory=" + home.resolve("migrations"),
                        "--classes=" + (classes == null ? home : classes))) {
            String name = option.substring(0, option.indexOf('=') + 1);
            if (Arrays.stream(arguments).noneMatch(each -> each.startsWith(name))) {
                all.add(option);
            }
        }
        all.addAll(Arrays.asList(arguments));
        Terminal terminal =
                new Terminal(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        person);
        return Main.run(all.toArray(String[]::new), terminal);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8).strip();
    }

    private String path(String name) {
        return home.resolve("migrations").resolve(name).toString().replace('\\', '/');
    }

    @Test
    void from_init_to_upgrade_and_back() throws IOException {
        compile(USER.formatted("name"));
        assertThat(db("init")).isZero();
        assertThat(home.resolve("data.sqlite")).doesNotExist();
        assertThat(db("migrate", "-m", "initial migration")).isZero();
        assertThat(said())
                .isEqualTo(
                        "Detected added table 'users'\nWrote "
                                + path("V1__initial_migration.sql")
                                + " and "
                                + path("U1__initial_migration.sql"));
        assertThat(db("check")).isEqualTo(1);
        assertThat(said())
                .isEqualTo(
                        "Not run yet: V1__initial_migration.sql\nCall `db upgrade`, then `db check`"
                                + " again: the models are compared after that.");
        assertThat(db("upgrade")).isZero();
        assertThat(said()).isEqualTo("Running upgrade <base> -> 1, initial migration");
        assertThat(db("check")).isZero();
        assertThat(db("current")).isZero();
        assertThat(said()).isEqualTo("1 (head)");
        assertThat(db("history")).isZero();
        assertThat(db("show", "1")).isZero();
        assertThat(said()).contains("create table users");
        assertThat(db("downgrade", "-1")).isZero();
        assertThat(said()).isEqualTo("Running downgrade 1 -> <base>, initial migration");
        assertThat(db("upgrade", "+1", "--sql")).isZero();
        assertThat(said()).contains("create table users", "insert into flyway_schema_history");
        assertThat(db("current")).isZero();
        assertThat(said()).isEqualTo("<base>");
        assertThat(db("stamp", "head")).isZero();
        assertThat(said()).isEqualTo("Running stamp <base> -> 1, initial migration");
        assertThat(db("revision", "-m", "by hand")).isZero();
        assertThat(said()).isEqualTo("Wrote " + path("V2__by_hand.sql"));
    }

    @Test
    void help_lists_every_command_and_each_command_has_the_common_options() {
        assertThat(db("--help")).isZero();
        List<String> verbs =
                List.of(
                        "adopt",
                        "check",
                        "current",
                        "downgrade",
                        "history",
                        "init",
                        "migrate",
                        "renumber",
                        "repair",
                        "revision",
                        "show",
                        "stamp",
                        "upgrade");
        assertThat(said().lines().map(line -> line.strip().split(" ")[0])).containsAll(verbs);
        for (String verb : verbs) {
            assertThat(db(verb, "--help")).as(verb).isZero();
            assertThat(said()).startsWith("Usage: ormlab db " + verb).contains("--classes=PLACE");
        }
        assertThat(db("upgrad")).isEqualTo(2);
        assertThat(complained()).contains("upgrad", "Did you mean", "upgrade");
    }

    @Test
    void comparing_reports_a_model_that_sessions_could_not_use() throws IOException {
        compile(USER.formatted("name").replace("@jakarta.persistence.Id ", ""));
        db("init");
        assertThat(db("migrate")).isEqualTo(1);
        assertThat(complained()).startsWith("Error: User").contains("@Id");
    }

    @Test
    void errors_name_shell_options() {
        assertThat(db("upgrade")).isEqualTo(1);
        assertThat(said()).isEmpty();
        assertThat(complained())
                .isEqualTo(
                        "Error: There is no folder '"
                                + home.resolve("migrations").toString().replace('\\', '/')
                                + "'. Create it once with `db init`; if it is elsewhere, name it:"
                                + " --directory folder.");
        db("init");
        assertThat(db("migrate")).isEqualTo(1);
        assertThat(complained())
                .isEqualTo(
                        "Error: No models are registered, so there is nothing to compare the"
                                + " database with. Register them first: --classes target/classes.");
        assertThat(db("downgrade")).isEqualTo(1);
        assertThat(db("nosuch")).isEqualTo(2);
        assertThat(db("stamp")).isEqualTo(2);
        classes = home.resolve("nowhere");
        assertThat(db("migrate")).isEqualTo(1);
        assertThat(complained())
                .isEqualTo(
                        "Error: There are no classes in '"
                                + classes
                                + "', because it does not exist. Compile first, or name another"
                                + " folder or jar with --classes.");
    }

    @Test
    void decisions_are_options() throws IOException {
        compile(USER.formatted("name"));
        db("init");
        db("migrate");
        db("upgrade");
        compile(USER.formatted("username"));
        assertThat(db("migrate", "-m", "rename")).isEqualTo(1);
        assertThat(complained())
                .contains("--rename users.name=username", "--not-renamed users.name")
                .doesNotContain("Decisions");
        assertThat(db("migrate", "-m", "rename", "--rename", "users.name=username")).isZero();
        assertThat(said()).contains("Detected renamed column 'users.name' to 'users.username'");
        assertThat(db("upgrade")).isZero();
        assertThat(db("check")).isZero();
    }

    /** Consent to the loss and the value for the downgrade are two answers to one question. */
    @Test
    void dropping_a_not_null_column_is_one_question() throws Exception {
        String age = "@jakarta.persistence.Column(nullable = false) Integer age; ";
        compile(USER.formatted("name").replace("protected", age + "protected"));
        db("init");
        db("migrate");
        db("upgrade");
        sql("insert into users (id, name, age) values (1, 'fred', 40)");
        compile(USER.formatted("name"));
        answers.addAll(List.of("2", "18"));
        assertThat(db(person(), "migrate")).isZero();
        assertThat(asked)
                .containsExactly(
                        "users.age holds 1 value, which dropping it loses. It may not be null, so"
                                + " without a value to fill in, a downgrade fails while there are"
                                + " rows.\n  1) --drop users.age\n"
                                + "  2) --drop users.age --fill users.age=0\n"
                                + "Number, or Enter to stop: ",
                        "Value for users.age: ");
        assertThat(db("upgrade")).isZero();
        assertThat(db("downgrade")).isZero();
        assertThat(sql("update users set name = 'f' where age = 18")).isEqualTo(1);
    }

    private int sql(String statement) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection("jdbc:sqlite:" + home.resolve("data.sqlite"))) {
            return connection.createStatement().executeUpdate(statement);
        }
    }

    private Optional<Function<String, String>> person() {
        return Optional.of(
                question -> {
                    asked.add(question);
                    return answers.poll();
                });
    }

    @Test
    void a_user_at_a_terminal_is_asked() throws IOException {
        compile(USER.formatted("name"));
        db("init");
        db("migrate");
        db("upgrade");
        compile(USER.formatted("username"));
        Optional<Function<String, String>> person = person();
        answers.add("");
        assertThat(db(person, "migrate")).isEqualTo(1);
        answers.add("1");
        assertThat(db(person, "migrate")).isZero();
        assertThat(said()).contains("Detected renamed column 'users.name' to 'users.username'");
        assertThat(asked).hasSize(2);
        assertThat(asked.get(1))
                .contains(
                        "Was it renamed?\n  1) --rename users.name=username\n"
                                + "  2) --not-renamed users.name\nNumber, or Enter to stop: ");
    }

    static List<List<String>> nonsense_is_refused() {
        return List.of(
                List.of("upgrade", "nosuch"),
                List.of("upgrade", ""),
                List.of("upgrade", "+99"),
                List.of("upgrade", "+"),
                List.of("upgrade", "99999999999999999999999"),
                List.of("upgrade", "one", "two"),
                List.of("upgrade", "--sql=perhaps"),
                List.of("downgrade", "nosuch"),
                List.of("downgrade", ""),
                List.of("downgrade", "--", "-99"),
                List.of("downgrade", "+1"),
                List.of("stamp", ""),
                List.of("stamp", "1.x"),
                List.of("show", "../../etc/passwd"),
                List.of("show", ""),
                List.of("renumber", ""),
                List.of("renumber", "V9__nosuch.sql"),
                List.of("renumber", "../V1__initial.sql"),
                List.of("migrate", "-m"),
                List.of("migrate", "--rename", "users"),
                List.of("migrate", "--rename", "=users"),
                List.of("migrate", "--rename", "users="),
                List.of("migrate", "--rename", "users.name="),
                List.of("migrate", "--rename", "users..name=x"),
                List.of("migrate", "--fill", "age"),
                List.of("migrate", "--fill", "=0"),
                List.of("migrate", "--fill-sql", "users.name"),
                List.of("migrate", "--convert", "users.name"),
                List.of("migrate", "--nosuch"),
                List.of("current", "--url="),
                List.of("current", "--url=mysql://localhost/test"),
                List.of("current", "--url=sqlite"),
                List.of("current", "--url=postgresql://localhost:port/test"),
                List.of("current", "--url=postgresql://nobody@127.0.0.1:1/test"),
                List.of("current", "--directory="),
                List.of("current", "--directory=no\0such"),
                List.of("migrate", "--classes=no\0such"),
                List.of("migrate", "--models=no such"),
                List.of("migrate", "--models=java.lang.String"),
                List.of("db"),
                List.of(""));
    }

    @ParameterizedTest
    @MethodSource
    void nonsense_is_refused(List<String> arguments) throws IOException {
        copyPreparedProject();
        int code = db(arguments.toArray(String[]::new));
        assertThat(code).as(said() + complained()).isIn(1, 2);
        assertThat(said()).isEmpty();
        assertThat(complained())
                .isNotEmpty()
                .doesNotContain("Exception", "\tat ", "null", "Decisions", "db.")
                .doesNotContainPattern("\\w+\\(\\)");
        assertThat(db("current")).isZero();
        assertThat(said()).isEqualTo("1 (head)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "init",
                "migrate",
                "revision",
                "adopt",
                "upgrade",
                "downgrade",
                "current",
                "history",
                "stamp",
                "check",
                "show",
                "renumber",
                "repair"
            })
    void each_verb_explains_itself(String verb) {
        assertThat(db(verb, "--help")).isZero();
        assertThat(said()).startsWith("Usage: ormlab db " + verb).contains("--url=URL");
        assertThat(complained()).isEmpty();
        assertThat(home.resolve("data.sqlite")).doesNotExist();
    }

    @Test
    void models_can_be_selected_by_name() throws IOException {
        compile(USER.formatted("name"));
        db("init");
        assertThat(db("migrate", "--models", "REPL")).isZero();
        assertThat(db("upgrade", "--models=other")).isZero();
        assertThat(db("check", "--models", "nowhere.Found")).isEqualTo(1);
        assertThat(complained()).startsWith("Error: Class 'nowhere.Found' cannot be loaded:");
    }
}
