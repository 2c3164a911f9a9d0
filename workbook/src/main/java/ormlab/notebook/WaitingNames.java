package ormlab.notebook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import ormlab.error.Suggestion;

/**
 * Names that the cells' declarations are waiting for.
 *
 * <p>JShell accepts a class that refers to one in a later cell. A name with a typo looks the same,
 * so the cell's output must say what is missing.
 */
final class WaitingNames {
    private final JShell shell;
    private final Set<DeclarationSnippet> declared = new LinkedHashSet<>();

    WaitingNames(JShell shell) {
        this.shell = shell;
        shell.onSnippetEvent(this::remember);
    }

    private void remember(SnippetEvent event) {
        if (event.causeSnippet() == null && event.snippet() instanceof DeclarationSnippet snippet) {
            declared.add(snippet);
        }
    }

    /** Returns what the current cell has declared so far. */
    Set<DeclarationSnippet> declared() {
        return declared;
    }

    /**
     * Returns a sentence for each declaration of the last cell that is waiting; forgets them all.
     */
    List<String> take() {
        List<String> sentences = new ArrayList<>();
        for (DeclarationSnippet snippet : declared) {
            Snippet.Status status = shell.status(snippet);
            if (status == Snippet.Status.RECOVERABLE_DEFINED
                    || status == Snippet.Status.RECOVERABLE_NOT_DEFINED) {
                sentences.add(sentence(snippet, shell));
            }
        }
        declared.clear();
        return sentences;
    }

    static String sentence(DeclarationSnippet snippet, JShell shell) {
        List<String> names =
                shell.unresolvedDependencies(snippet)
                        .map(name -> name.replaceFirst("^(class|method) ", ""))
                        .toList();
        String questions =
                names.stream().map(name -> question(name, shell)).collect(Collectors.joining());
        return "%s waits for %s.%s If that is a typo or an import is missing, correct it and run this cell again; otherwise define it in a later cell."
                .formatted(name(snippet), String.join(" and ", names), questions);
    }

    /** Suggests the nearest name that cells can use and that begins with the same letter. */
    private static String question(String missing, JShell shell) {
        String name = missing.replaceFirst("\\(.*", "");
        List<String> known =
                shell
                        .sourceCodeAnalysis()
                        .completionSuggestions(name.substring(0, 1), 1, new int[1])
                        .stream()
                        .map(suggestion -> suggestion.continuation().replaceFirst("\\(.*", ""))
                        // A short name may well be a class of a later cell.
                        .filter(each -> name.length() > 5 || each.length() != name.length())
                        .toList();
        return Suggestion.question(name, known, name.length() > 5 ? 2 : 1);
    }

    private static String name(PersistentSnippet snippet) {
        return snippet instanceof MethodSnippet ? snippet.name() + "()" : snippet.name();
    }
}
