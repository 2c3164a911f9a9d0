package ormlab.grade;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a source file: a statement, a head with its opening brace, or a closing brace.
 *
 * @param tokens the tokens, which depend on neither white space nor comments
 * @param text the whole text, with its comments
 * @param code the same lines without comments
 */
record Statement(String tokens, String text, String code) {
    private static final String LITERAL =
            "\"\"\".*?\"\"\"|\"[^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+\"|'(?:\\\\.|[^'\\\\\n])++'";
    private static final Pattern COMMENT =
            Pattern.compile("(/\\*.*?\\*/|//[^\n]*+)|" + LITERAL, Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile(LITERAL + "|[\\w$]+|\\S", Pattern.DOTALL);
    private static final Pattern CONTINUED =
            Pattern.compile("\\s*(?:[)\\];,.]|(?:else|catch|finally)\\b)");
    private static final Pattern REST_OF_LINE = Pattern.compile("[ \t]*(?:\n|\\z)");

    /** Splits Java source; the pieces together are the whole text. */
    static List<Statement> ofJava(String source) {
        String code =
                COMMENT.matcher(source)
                        .replaceAll(
                                found -> Matcher.quoteReplacement(withoutComment(found.group())));
        List<Statement> found = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        List<String> tokens = new ArrayList<>();
        int begin = 0;
        Matcher token = TOKEN.matcher(code);
        while (token.find()) {
            tokens.add(token.group());
            if (ends(token, code, open)) {
                Matcher rest = REST_OF_LINE.matcher(code).region(token.end(), code.length());
                int end = rest.lookingAt() ? rest.end() : token.end();
                found.add(of(tokens, source, code, begin, end));
                tokens.clear();
                begin = end;
            }
        }
        found.add(of(tokens, source, code, begin, code.length()));
        return found;
    }

    /** Splits any other text into its lines. */
    static List<Statement> ofLines(String text) {
        return text.lines().map(line -> new Statement(line, line + "\n", line + "\n")).toList();
    }

    private static Statement of(
            List<String> tokens, String source, String code, int begin, int end) {
        return new Statement(
                String.join(" ", tokens), source.substring(begin, end), code.substring(begin, end));
    }

    /** Replaces a comment by spaces of the same length, and keeps literals. */
    private static String withoutComment(String found) {
        return found.startsWith("/") ? found.replaceAll("[^\n]", " ") : found;
    }

    /** Returns whether a token ends a piece; a semicolon in the head of a loop does not. */
    private static boolean ends(Matcher token, String code, Deque<String> open) {
        switch (token.group()) {
            case "(", "{" -> open.push(token.group());
            case ")", "}" -> open.poll();
            default -> {}
        }
        return switch (token.group()) {
            case "{" -> true;
            case "}" -> !CONTINUED.matcher(code).region(token.end(), code.length()).lookingAt();
            case ";" -> !"(".equals(open.peek());
            default -> false;
        };
    }
}
