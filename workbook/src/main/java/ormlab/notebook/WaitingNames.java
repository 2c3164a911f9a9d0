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

/**
 * What the cells' declarations wait for.
 *
 * <p>JShell accepts a class that refers to one of a later cell. A name with a typo looks the same,
 * so the cell has to say what is missing.
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

    /** Returns what the current cell has declared until now. */
    Set<DeclarationSnippet> declared() {
        return declared;
    }

    /** Returns a sentence for each declaration of the last cell that waits; forgets them all. */
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
        String names =
                shell.unresolvedDependencies(snippet)
                        .map(name -> name.replaceFirst("^(class|method) ", ""))
                        .collect(Collectors.joining(" and "));
        return "%s waits for %s. If that is a typo or an import is missing, correct it and run this cell again; otherwise define it in a later cell."
                .formatted(name(snippet), names);
    }

    private static String name(PersistentSnippet snippet) {
        return snippet instanceof MethodSnippet ? snippet.name() + "()" : snippet.name();
    }
}
