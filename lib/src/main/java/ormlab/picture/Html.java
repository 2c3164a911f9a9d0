package ormlab.picture;

/** Escapes text for HTML. */
public final class Html {
    private Html() {}

    /** Escapes {@code & < > " '}. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
