package ormlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import ormlab.dialect.sqlite.SqliteDialect;
import ormlab.testing.Postgres;

/**
 * Runs the Java in the chapters' folds "In plain Hibernate", without ormlab, on PostgreSQL. Code
 * with an ellipsis is left out, and code for SQLite's {@code explain query plan} runs there.
 *
 * <p>{@code snippets/Plain.java} declares what the folds take for granted.
 */
class PlainHibernateIT {
    private static final Pattern FOLD =
            Pattern.compile("<summary>In plain Hibernate</summary>(.*?)</details>", Pattern.DOTALL);

    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Path GIVEN = Path.of("src/test/resources/snippets/Plain.java");
    private static final int FEWEST = 20;

    @TempDir static Path folder;

    private record Snippet(String name, String code) {
        private String given() {
            return code.contains("Tag ") ? "PlainTags" : "Plain";
        }

        String source(String imports) {
            return imports
                    + ("class "
                            + name
                            + " extends "
                            + given()
                            + " {\nvoid run() throws Exception {\n")
                    + (code + "}\n}\n");
        }
    }

    @TestFactory
    List<DynamicTest> the_code_of_each_fold_runs() throws Exception {
        String given = Files.readString(GIVEN);
        String imports = given.substring(0, given.indexOf("/**"));
        List<Snippet> snippets = snippets();
        assertThat(snippets).hasSizeGreaterThanOrEqualTo(FEWEST);
        List<Path> sources = new ArrayList<>(List.of(GIVEN));
        for (Snippet each : snippets) {
            Path file = folder.resolve(each.name() + ".java");
            sources.add(Files.writeString(file, each.source(imports)));
        }
        compile(sources);
        URLClassLoader classes =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
        return snippets.stream()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> run(classes, each)))
                .toList();
    }

    private static List<Snippet> snippets() throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        try (Stream<Path> chapters = Files.list(Path.of("../notebooks"))) {
            for (Path chapter :
                    chapters.filter(each -> each.toString().endsWith(".ipynb")).sorted().toList()) {
                for (String fold : found(FOLD, text(Files.readString(chapter)))) {
                    for (String code : found(BLOCK, fold)) {
                        String name = chapter.getFileName().toString().replaceAll("\\W.*", "");
                        snippets.add(new Snippet("Fold" + snippets.size() + "_" + name, code));
                    }
                }
            }
        }
        snippets.removeIf(each -> each.code().contains("…"));
        return snippets;
    }

    /** Turns the lines of a notebook's JSON into text, as far as the folds need it. */
    private static String text(String json) {
        return json.replaceAll("\",?\n *\"", "")
                .replace("\\n", "\n")
                .replace("\\\"", "\"")
                .replace("\\\\", "\\");
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult each) -> each.group(1)).toList();
    }

    private static void compile(List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-Xlint:none", "-nowarn", "-d", folder.toString());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled =
                    compiler.getTask(
                                    errors,
                                    files,
                                    null,
                                    options,
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources))
                            .call();
            assertThat(compiled).as(errors.toString()).isTrue();
        }
    }

    private static void run(ClassLoader classes, Snippet snippet) throws Exception {
        var type = classes.loadClass(snippet.name()).getDeclaredConstructor();
        type.setAccessible(true);
        Object code = type.newInstance();
        var run =
                classes.loadClass("Plain")
                        .getDeclaredMethod(
                                "runWith", String.class, String.class, String.class, String.class);
        run.setAccessible(true);
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        thread.setContextClassLoader(
                classes); // Hibernate skips classes that it does not find there.
        try {
            if (snippet.code().contains("query plan")) {
                Path file = folder.resolve(snippet.name() + ".sqlite");
                run.invoke(code, "jdbc:sqlite:" + file, "", "", SqliteDialect.class.getName());
            } else {
                run.invoke(code, Postgres.freshDatabase(), "postgres", "postgres", null);
            }
        } finally {
            thread.setContextClassLoader(usual);
        }
    }
}
