package ormlab.picture;

/** Writes blocks of code in Markdown; no text can end a block early. */
public final class Markdown {
    private Markdown() {}

    /** Returns a fenced block of code; its fence is longer than any in the content. */
    public static String fenced(String language, String content) {
        String fence = "```";
        while (content.contains(fence)) {
            fence += "`";
        }
        return fence + language + "\n" + content + "\n" + fence;
    }

    /** Returns text on one line: each control character becomes a space. */
    public static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
