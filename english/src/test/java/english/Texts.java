package english;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that readers of the project read: documents, notebooks, exercises and messages. */
final class Texts {
    private static final List<String> PLACES =
            List.of(
                    "README.md",
                    "CONTRIBUTING.md",
                    "CHANGELOG.md",
                    "docs",
                    "notebooks",
                    "exercises/catalogue",
                    "examples/microblog",
                    "classroom",
                    "bench",
                    "lab.py",
                    "lab",
                    "lib/src/main",
                    "junit/src/main",
                    "workbook/src/main");

    private static final Pattern SKIPPED =
            Pattern.compile(".*/(?:target|node_modules|__pycache__|src/test)/.*");
    private static final Pattern FOR_READERS_OF_EXERCISES =
            Pattern.compile("exercises/catalogue/.*/(?:stub|solution)/.*\\.java");

    private final Path root;
    private final String prefix;
    private final List<Passage> found = new ArrayList<>();
    private final List<Path> javaFiles = new ArrayList<>();

    private Texts(Path root, String prefix) {
        this.root = root;
        this.prefix = prefix;
    }

    /** Reads the files whose path in the project begins with the prefix. */
    static List<Passage> read(Path root, String prefix) throws IOException {
        Texts texts = new Texts(root, prefix);
        for (String place : PLACES) {
            try (Stream<Path> files = Files.walk(root.resolve(place))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    texts.add(file);
                }
            }
        }
        texts.found.addAll(JavaTexts.passages(texts.javaFiles, texts::name));
        return texts.found;
    }

    private void add(Path file) throws IOException {
        String name = name(file);
        if (!name.startsWith(prefix) || SKIPPED.matcher(name).matches()) {
            return;
        }
        if (name.endsWith(".md")) {
            found.addAll(Markdown.passages(name, Files.readString(file)));
        } else if (name.endsWith(".ipynb")) {
            notebook(name, JsonMapper.shared().readTree(Files.readString(file)));
        } else if (name.endsWith(".py")) {
            found.addAll(PythonTexts.passages(name, Files.readString(file)));
        } else if (name.endsWith(".java")) {
            javaFiles.add(file);
            if (FOR_READERS_OF_EXERCISES.matcher(name).matches()) {
                found.addAll(JavadocTexts.passages(name, Files.readString(file)));
            }
        }
    }

    private void notebook(String name, JsonNode notebook) {
        int number = 0;
        for (JsonNode cell : notebook.get("cells")) {
            number++;
            if (cell.get("cell_type").asString().equals("markdown")) {
                StringBuilder source = new StringBuilder();
                cell.get("source").forEach(line -> source.append(line.asString()));
                found.addAll(Markdown.passages(name + " cell " + number, source.toString()));
            }
        }
    }

    private String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
