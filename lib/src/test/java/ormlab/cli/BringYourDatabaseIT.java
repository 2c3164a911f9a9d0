package ormlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import ormlab.testing.TestDatabase;

/** Each section of docs/bring-your-database.md works as written. */
class BringYourDatabaseIT {
    private static final Path RECIPE = Path.of("../docs/bring-your-database.md");
    private static final String COMMAND = "java -jar ormlab.jar ";
    private static final String IMPORTS =
            """
            package shop;
            import jakarta.persistence.*;
            import jakarta.persistence.Table;
            import java.math.BigDecimal;
            import java.time.LocalDateTime;
            import java.util.*;
            import org.hibernate.annotations.*;
            import org.hibernate.annotations.Check;
            """;

    @TempDir Path home;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    private record Section(String title, String text) {
        private List<String> blocks(String language) {
            return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                    .matcher(text)
                    .results()
                    .map((MatchResult block) -> block.group(1))
                    .toList();
        }

        private List<String> commands() {
            return blocks("sh").stream()
                    .flatMap(String::lines)
                    .filter(line -> line.startsWith(COMMAND))
                    .map(line -> line.substring(COMMAND.length()))
                    .toList();
        }

        private TestDatabase database() {
            return title.contains("PostgreSQL") ? TestDatabase.POSTGRESQL : TestDatabase.SQLITE;
        }
    }

    @TestFactory
    Stream<DynamicTest> each_section_is_adopted() throws IOException {
        List<Section> sections =
                Arrays.stream(Files.readString(RECIPE).split("\n#+ "))
                        .map(text -> new Section(text.lines().findFirst().orElse(""), text))
                        .toList();
        List<String> usual = sections.get(0).commands();
        assertThat(usual).hasSize(3);
        return sections.stream()
                .filter(section -> !section.blocks("sql").isEmpty())
                .map(section -> dynamicTest(section.title(), () -> adopt(section, usual)));
    }

    private void adopt(Section section, List<String> usual) throws Exception {
        Path folder = Files.createTempDirectory(home, "section");
        Path classes = compile(folder, String.join("\n", section.blocks("java")));
        String url = section.database().freshUrl();
        String script = String.join("\n", section.blocks("sql"));
        execute(url, script);
        boolean ownCommands = section.commands().stream().anyMatch(each -> each.contains("adopt"));
        List<String> commands = ownCommands ? section.commands() : usual;
        for (String command : commands) {
            run(command, url, folder, classes);
            if (command.contains(" check")) {
                assertThat(output.toString(StandardCharsets.UTF_8)).startsWith("No difference");
            }
        }
        if (!ownCommands && !section.commands().isEmpty()) {
            Path first = folder.resolve("migrations/V1__initial_migration.sql");
            String domain = script.lines().findFirst().orElseThrow();
            Files.writeString(first, domain + "\n" + Files.readString(first));
            for (String command : section.commands()) {
                run(command, url, folder, classes);
            }
        }
        // Nothing is left to do, and the first migration creates the same tables elsewhere.
        String check = commands.stream().filter(each -> each.contains("check")).findFirst().get();
        run(check, url, folder, classes);
        String empty = section.database().freshUrl();
        run("db upgrade", empty, folder, classes);
        run(check, empty, folder, classes);
    }

    private void run(String command, String url, Path folder, Path classes) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(
                List.of(
                        "--url",
                        url,
                        "--classes",
                        classes.toString(),
                        "--directory",
                        folder.resolve("migrations").toString()));
        output.reset();
        PrintStream printer = new PrintStream(output, true, StandardCharsets.UTF_8);
        int code =
                Main.run(
                        words.toArray(String[]::new),
                        new Terminal(printer, printer, Optional.empty()));
        assertThat(code).as(command + "\n" + output.toString(StandardCharsets.UTF_8)).isZero();
    }

    private static Path compile(Path folder, String classes) throws IOException {
        Path source = Files.writeString(folder.resolve("Models.java"), IMPORTS + classes);
        Path target = Files.createDirectory(folder.resolve("classes"));
        int code =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-d",
                                target.toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                source.toString());
        assertThat(code).isZero();
        return target;
    }

    /** Creates the tables as another program would: over a connection that is not ours. */
    private static void execute(String url, String script) throws SQLException {
        String jdbc = url.replaceFirst("^sqlite:///", "jdbc:sqlite:");
        try (Connection connection = DriverManager.getConnection(jdbc);
                Statement statement = connection.createStatement()) {
            for (String sql : script.split(";\\s*\n")) {
                statement.execute(sql);
            }
        }
    }
}
