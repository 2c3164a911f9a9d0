package ormlab.cli;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rewrites errors about Java calls for the shell. */
final class ShellWords {
    private static final Pattern FLYWAY =
            Pattern.compile("db\\.migrations\\(\\)\\.flyway\\(\\)\\.repair\\(\\)");
    private static final Pattern FOLDER = Pattern.compile("db\\.migrations\\(\"([^\"]*)\"\\)");
    private static final Pattern MODELS = Pattern.compile("db\\.models\\([^)]*\\)");
    private static final Pattern VERB =
            Pattern.compile(
                    "(?:db\\.migrations\\(\\)\\.)?\\b(init|migrate|adopt|revision|upgrade|downgrade|stamp|check|renumber)\\((?:\"([^\"]*)\")?\\)");
    private static final Pattern DECISIONS = Pattern.compile("Pass Decisions\\.none\\(\\)\\.");
    private static final Pattern DECISION =
            Pattern.compile(
                    "\\.?(renamedTable|renamedColumn|notRenamed|fill|fillSql|converting|dropping|droppingAnything)\\(([^)]*(?:\\([^)]*\\))?[^)]*)\\)");

    private ShellWords() {}

    static String of(String words) {
        String shell = FLYWAY.matcher(words).replaceAll("`db repair`");
        shell = FOLDER.matcher(shell).replaceAll("--directory $1");
        shell = MODELS.matcher(shell).replaceAll("--classes target/classes");
        shell = VERB.matcher(shell).replaceAll(ShellWords::verb);
        shell = DECISIONS.matcher(shell).replaceAll("Add ");
        String chained = shell.replaceAll("\\)\\.(?=fill\\()", ") ");
        return DECISION.matcher(chained)
                .replaceAll(
                        call ->
                                Matcher.quoteReplacement(
                                        option(call.group(1), arguments(call.group(2)))));
    }

    private static String verb(MatchResult call) {
        String verb = call.group(1);
        String argument = call.group(2);
        String rest = "";
        if (argument != null) {
            boolean message = verb.matches("migrate|adopt|revision");
            rest = message ? " -m \"" + argument + "\"" : " " + argument;
        }
        return Matcher.quoteReplacement("`db " + verb + rest + "`");
    }

    private static String[] arguments(String list) {
        return list.isBlank() ? new String[0] : list.replace("\"", "").split(",\\s*", -1);
    }

    /** Returns the option that does the same as a call to {@code Decisions}. */
    static String option(String call, String... arguments) {
        return switch (call) {
            case "renamedTable" -> "--rename " + arguments[0] + "=" + arguments[1];
            case "renamedColumn" ->
                    "--rename " + arguments[0] + "." + arguments[1] + "=" + arguments[2];
            case "notRenamed" -> "--not-renamed " + String.join(",", arguments);
            case "fill" -> "--fill " + arguments[0] + "=" + arguments[1];
            case "fillSql" -> "--fill-sql \"" + arguments[0] + "=" + arguments[1] + "\"";
            case "converting" -> "--convert \"" + arguments[0] + "=" + arguments[1] + "\"";
            case "dropping" -> "--drop " + String.join(",", arguments);
            default -> "--drop-anything";
        };
    }
}
