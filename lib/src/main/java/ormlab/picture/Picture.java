package ormlab.picture;

/**
 * Is something to look at: a table, statements, a diagram.
 *
 * <p>The text form stands by itself. Terminals, screen readers and kernels without our extension
 * show nothing else.
 */
public interface Picture {
    /**
     * Gives the picture as plain text.
     *
     * @return one or more lines without a line break at the end, never null
     */
    String text();

    /**
     * Gives the picture as HTML without scripts.
     *
     * @return an HTML fragment; every value in it is escaped
     */
    default String html() {
        return "<pre>" + Html.escape(text()) + "</pre>";
    }

    /**
     * Gives the picture as Markdown, where that says more than HTML (JupyterLab draws diagrams only
     * from Markdown).
     *
     * @return Markdown, or an empty string when {@link #html()} is the better form
     */
    default String markdown() {
        return "";
    }
}
