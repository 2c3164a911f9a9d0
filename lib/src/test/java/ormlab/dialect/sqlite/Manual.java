package ormlab.dialect.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The examples in {@code docs/sqlite.md}, which the tests run unchanged. */
final class Manual {
    private Manual() {}

    /** Returns the code blocks in a language. */
    static List<String> blocks(String language) throws IOException {
        Path inRoot = Path.of("docs", "sqlite.md");
        Path manual = Files.exists(inRoot) ? inRoot : Path.of("..").resolve(inRoot);
        return Pattern.compile("(?s)```" + language + "\n(.*?)```")
                .matcher(Files.readString(manual))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }
}
