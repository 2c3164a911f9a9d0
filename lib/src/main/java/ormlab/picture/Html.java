package ormlab.picture;

/** Makes text safe to stand in HTML. */
public final class Html {
    private Html() {}

    /**
     * Escapes what has a meaning in HTML.
     *
     * @param text any text, not null
     * @return the text with {@code & < > " '} escaped
     */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
