package ormlab.picture;

/** Writes blocks of code in Markdown that no text can leave. */
public final class Markdown {
    private Markdown() {}

    /** Returns a fenced block of code, whose fence is longer than any in the content. */
    public static String fenced(String language, String content) {
        String fence = "```";
        while (content.contains(fence)) {
            fence += "`";
        }
        return fence + language + "\n" + content + "\n" + fence;
    }

    /** Returns the text on one line: each control character becomes a space. */
    public static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
