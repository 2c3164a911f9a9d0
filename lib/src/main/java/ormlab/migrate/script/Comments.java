package ormlab.migrate.script;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ormlab.migrate.compare.Change;

/** Writes what stands above a statement. */
final class Comments {
    private static final String MARK = "DESTROYS DATA: ";

    private Comments() {}

    static String of(Change change) {
        String words = change.words().replaceFirst("^Detected ", "").replace('\n', ' ');
        return change.destroysData()
                ? MARK + words
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String of(List<Change> changes) {
        return changes.stream().map(Comments::of).collect(Collectors.joining("\n"));
    }
}
