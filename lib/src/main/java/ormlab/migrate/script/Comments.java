package ormlab.migrate.script;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ormlab.migrate.compare.Change;

/** Writes the comment above a statement. */
public final class Comments {
    /** The comment above a view or trigger that was dropped temporarily. */
    public static final String AS_BEFORE = "As it was before.";

    private static final String MARK = "DESTROYS DATA: ";

    private Comments() {}

    /** Describes a change, and marks it if it destroys data. */
    public static String of(Change change) {
        String words = change.words().replaceFirst("^Detected ", "").replace('\n', ' ');
        return change.destroysData()
                ? MARK + words
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Describes the changes that one statement makes, one per line. */
    public static String of(List<Change> changes) {
        return changes.stream().map(Comments::of).collect(Collectors.joining("\n"));
    }
}
