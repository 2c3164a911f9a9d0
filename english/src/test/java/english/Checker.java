package english;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;
import org.languagetool.rules.Rule;
import org.languagetool.rules.RuleMatch;
import org.languagetool.rules.spelling.SpellingCheckRule;

/** LanguageTool with the project's dictionary and without the rules that do not fit its prose. */
final class Checker {
    /** A rule that does not apply: everywhere, or only to passages that contain the words. */
    private record Exemption(String rule, String words) {}

    private final List<Exemption> exemptions;
    private final Set<String> dictionary;

    /** JLanguageTool is made for one thread. */
    private final ThreadLocal<JLanguageTool> tools = ThreadLocal.withInitial(this::tool);

    Checker(Path folder) throws IOException {
        dictionary = new TreeSet<>(lines(folder.resolve("dictionary.txt")));
        exemptions =
                lines(folder.resolve("rules.txt")).stream()
                        .map(line -> line.split(" *\\| *", 3))
                        .map(parts -> new Exemption(parts[0], parts[1]))
                        .toList();
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    Set<String> dictionary() {
        return dictionary;
    }

    int rules() {
        return tools.get().getAllActiveRules().size();
    }

    private JLanguageTool tool() {
        JLanguageTool tool = new JLanguageTool(Languages.getLanguageForShortCode("en-GB"));
        exemptions.stream()
                .filter(exemption -> exemption.words().isEmpty())
                .forEach(exemption -> tool.disableRule(exemption.rule()));
        for (Rule rule : tool.getAllActiveRules()) {
            if (rule instanceof SpellingCheckRule spelling) {
                spelling.addIgnoreTokens(new ArrayList<>(dictionary));
            }
        }
        return tool;
    }

    /**
     * Returns a line for each finding: the place, the rule, the words and what to write instead.
     */
    List<String> check(Passage passage) {
        try {
            return tools.get().check(passage.text()).stream()
                    .filter(match -> !isExempt(match, passage))
                    .map(match -> text(match, passage))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean isExempt(RuleMatch match, Passage passage) {
        return exemptions.stream()
                .anyMatch(
                        exemption ->
                                exemption.rule().equals(match.getRule().getId())
                                        && passage.text().contains(exemption.words()));
    }

    private static String text(RuleMatch match, Passage passage) {
        String text = passage.text();
        int from = match.getFromPos();
        int to = match.getToPos();
        String instead =
                match.getSuggestedReplacements().stream()
                        .limit(3)
                        .collect(Collectors.joining(", "));
        return "%s: %s: %s[%s]%s -> %s"
                .formatted(
                        passage.place(),
                        match.getRule().getId(),
                        text.substring(Math.max(0, from - 60), from),
                        text.substring(from, to),
                        text.substring(to, Math.min(text.length(), to + 40)),
                        instead);
    }
}
