package ormlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles the Java in docs/. A line with the comment "does not compile" must not compile; an
 * ellipsis stands for code that is left out.
 *
 * <p>{@code snippets/Given.java} declares what the documents take for granted. To check another
 * document, add its name.
 */
class SnippetsIT {
    private static final List<String> DOCUMENTS =
            List.of("advice", "base-entity", "queries", "replica", "testing");

    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern DECLARES = Pattern.compile("(?s)(?:@|record |class ).*");
    private static final String WRONG = "// does not compile";

    @TempDir Path folder;

    private record Snippet(String name, String code) {
        boolean isWrong() {
            return code.contains(WRONG);
        }

        /**
         * Turns declarations into members of a class, and anything else into the body of a method.
         */
        String source(String given) {
            String body =
                    DECLARES.matcher(code).matches()
                            ? code
                            : "void run() throws Exception {\n" + ended(code) + "}\n";
            return given + "class " + name + " extends Given {\n" + body + "}\n";
        }

        /** Adds a semicolon to an expression, which has none in a document. */
        private static String ended(String code) {
            StringBuilder statements = new StringBuilder();
            int depth = 0;
            for (String line : code.split("\n")) {
                String text = line.replaceAll("(?:^|\\s+)//.*", "");
                depth += (int) text.chars().filter(c -> c == '(' || c == '{').count();
                depth -= (int) text.chars().filter(c -> c == ')' || c == '}').count();
                statements.append(text).append(depth == 0 && text.endsWith(")") ? ";\n" : "\n");
            }
            return statements.toString();
        }
    }

    @Test
    void the_java_in_the_documents_compiles() throws IOException {
        String given = Files.readString(Path.of("src/test/resources/snippets/Given.java"));
        String imports = given.substring(0, given.indexOf("class Given"));
        List<Snippet> snippets = new ArrayList<>();
        for (String document : DOCUMENTS) {
            snippets.addAll(snippets(document));
        }
        assertThat(snippets).hasSizeGreaterThan(8).anyMatch(Snippet::isWrong);
        List<Path> right = new ArrayList<>(List.of(write("Given", given)));
        List<Path> wrong = new ArrayList<>();
        for (Snippet snippet : snippets) {
            (snippet.isWrong() ? wrong : right).add(write(snippet.name(), snippet.source(imports)));
        }
        assertThat(errors(right)).isEmpty();
        for (Path each : wrong) {
            assertThat(errors(List.of(each)))
                    .as(each.toString())
                    .contains(each.getFileName().toString());
        }
    }

    private static List<Snippet> snippets(String document) throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        String text = Files.readString(Path.of("../docs/" + document + ".md"));
        for (String block : BLOCK.matcher(text).results().map(found -> found.group(1)).toList()) {
            String code = block.replace("-> …", "-> todo()").replace("…", "");
            String name = document.replace("-", "_") + "_" + snippets.size();
            List<String> wrong = code.lines().filter(line -> line.contains(WRONG)).toList();
            snippets.add(new Snippet(name, code.replaceAll("(?m)^.*" + WRONG + ".*\n", "")));
            for (String line : wrong) {
                snippets.add(new Snippet(name + "_wrong" + snippets.size(), line));
            }
        }
        return snippets;
    }

    private Path write(String name, String source) throws IOException {
        return Files.writeString(folder.resolve(name + ".java"), source);
    }

    private String errors(List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        String classes = folder + System.getProperty("path.separator");
        List<String> options =
                List.of(
                        "-proc:none",
                        "-nowarn",
                        "-Xlint:none",
                        "-d",
                        folder.toString(),
                        "-cp",
                        classes + System.getProperty("java.class.path"));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            compiler.getTask(
                            errors,
                            files,
                            null,
                            options,
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return errors.toString().contains("error:") ? errors.toString() : "";
    }
}
