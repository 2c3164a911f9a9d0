package ormlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code in the README is code that a test runs. */
class ReadmeTest {
    private static final Path TOUR = Path.of("src/test/java/ormlab/TourTest.java");
    private static final Path README = Path.of("../README.md");

    @ParameterizedTest
    @ValueSource(strings = {"library", "request", "migrations"})
    void the_code_of_the_readme_is_a_region_of_a_passing_test(String region) throws IOException {
        assertThat(blocks(Files.readString(README))).contains(region(region));
    }

    private static String region(String name) throws IOException {
        Matcher region =
                Pattern.compile("// readme: " + name + "\n(.*?)\\s*// readme: end", Pattern.DOTALL)
                        .matcher(Files.readString(TOUR));
        assertThat(region.find()).isTrue();
        return squeezed(
                region.group(1)
                        .replace("Database.open(url)", "Database.open(\"sqlite:///data.sqlite\")"));
    }

    private static List<String> blocks(String markdown) {
        return Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(markdown)
                .results()
                .map(block -> squeezed(block.group(1)))
                .toList();
    }

    /** Ignores line breaks, because only the code counts. */
    private static String squeezed(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining()).replaceAll("\\s+", "");
    }
}
