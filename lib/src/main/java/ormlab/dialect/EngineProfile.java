package ormlab.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An engine's name, and how its URLs and names look.
 *
 * @param name the name to show to people, such as {@code SQLite}
 * @param jdbcPrefix how its JDBC URLs start, such as {@code jdbc:sqlite:}
 * @param schemes the schemes of the URLs that it understands in addition to JDBC URLs
 * @param exampleUrl an example of a URL to show to people
 * @param plainNames the names that mean the same with and without quotes
 * @param reservedWords the words, in lowercase, that need quotes as the name of a table or column
 */
public record EngineProfile(
        String name,
        String jdbcPrefix,
        List<String> schemes,
        String exampleUrl,
        Pattern plainNames,
        Set<String> reservedWords) {
    boolean needsQuotes(String word) {
        return !plainNames.matcher(word).matches()
                || reservedWords.contains(word.toLowerCase(Locale.ROOT));
    }
}
