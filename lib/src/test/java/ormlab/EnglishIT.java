package ormlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rejects wording that reads like a translation, in code, documents, notebooks and exercises. */
class EnglishIT {
    /** The vocabulary and this test quote the words to avoid. */
    private static final List<String> UNCHECKED =
            List.of("docs/words.md", "lib/src/test/java/ormlab/EnglishIT.java");

    private static final List<String> CHECKED =
            List.of(
                    "README.md",
                    "CONTRIBUTING.md",
                    "CHANGELOG.md",
                    "pom.xml",
                    "lab.py",
                    "lab",
                    "docs",
                    "lib/pom.xml",
                    "lib/src",
                    "junit/src",
                    "workbook/src",
                    "exercises/src/test",
                    "exercises/catalogue",
                    "notebooks",
                    "examples/microblog/src",
                    "classroom",
                    "bench",
                    "tests/lab",
                    "tests/shell",
                    "tests/example");

    private static final Pattern FILE =
            Pattern.compile(".*\\.(java|py|md|xml|ipynb|txt|properties|diff)");

    /** Ids of cells stay as they are, because readers' copies of a notebook contain them. */
    private static final Pattern CELL_ID = Pattern.compile("\\s*\"id\": \".*\",");

    private static final Pattern WORDING =
            Pattern.compile(
                    "\\banew\\b|\\b(?:for|to|of) who\\b|, perhaps[.,]|\\ba blank\\b(?! (?:line|name))"
                            + "|\\bwithout a word\\b|\\bof one's own\\b|\\bmend(?:s|ed|ing)?\\b"
                            + "|\\bshall\\b|\\bby itself\\b|\\bway back\\b|\\bin silence\\b"
                            + "|\\bof itself\\b|\\bWhy so:|\\bis to be done\\b"
                            + "|\\bstands? (?:in(?! for| line)|on|at|there|alone|behind|before|above"
                            + "|below)\\b"
                            + "|/\\*\\* (?:Is|Gives|Tells|Says) "
                            + "|(?:/\\*\\* |// |[.!] )(?:Who|Whom) [a-z](?![^.]*\\?)"
                            + "|(?<![Tt]here )\\b(?:is|are|was|were) no (?:part|file|text|error|number"
                            + "|column|model|call|clone|chapter|query|place)\\b");

    @Test
    void no_text_reads_like_a_translation() throws IOException {
        Path root = Path.of("..").toRealPath();
        List<String> found = new ArrayList<>();
        for (String place : CHECKED) {
            try (Stream<Path> files = Files.walk(root.resolve(place))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String name = root.relativize(file).toString().replace('\\', '/');
                    if (FILE.matcher(name).matches()
                            && UNCHECKED.stream().noneMatch(name::startsWith)) {
                        check(name, Files.readAllLines(file), found);
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/** Gives the port. */",
                "the table is made anew",
                "a character that is no text",
                "// Who wants an order says so.",
                "the lists load by itself",
                "people shall write posts",
                "what stands in the table"
            })
    void a_line_that_reads_like_a_translation_is_found(String line) {
        List<String> found = new ArrayList<>();
        check("Some.java", List.of(line), found);
        assertThat(found).containsExactly("Some.java:1: " + line);
    }

    private static void check(String name, List<String> lines, List<String> found) {
        for (int at = 0; at < lines.size(); at++) {
            if (WORDING.matcher(lines.get(at)).find()
                    && !CELL_ID.matcher(lines.get(at)).matches()) {
                found.add(name + ":" + (at + 1) + ": " + lines.get(at).strip());
            }
        }
    }
}
