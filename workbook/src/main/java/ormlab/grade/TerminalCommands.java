package ormlab.grade;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Replaces a notebook's commands in a text, such as {@code hint("02.1")}, by those of a terminal.
 */
public final class TerminalCommands {
    private static final Pattern CALL =
            Pattern.compile(
                    "(then |write )?\\b(grade|hint|solution)\\(\"(\\d+\\.\\d+)\"(,\\s+\"%s\")?\\)"
                            .formatted(Exercises.CONSENT));

    private TerminalCommands() {}

    /**
     * Returns the text for a terminal.
     *
     * @param text a text as in a notebook
     */
    public static String in(String text) {
        return CALL.matcher(text).replaceAll(TerminalCommands::command);
    }

    private static String command(MatchResult call) {
        String verb = call.group(1) == null ? "" : call.group(1).replace("write ", "") + "run ";
        String anyway = call.group(4) == null ? "" : " --anyway";
        return "%s\"python3 lab.py %s %s%s\"".formatted(verb, call.group(2), call.group(3), anyway);
    }
}
