package ormlab.picture;

/**
 * A value to look at: a table, statements, a diagram.
 *
 * <p>The text form is complete, because terminals, screen readers and kernels without our extension
 * show nothing else.
 */
public interface Picture {
    /** Returns the picture as plain text, without a line break at the end. */
    String text();

    /** Returns the picture as an HTML fragment without scripts, in which every value is escaped. */
    default String html() {
        return "<pre>" + Html.escape(text()) + "</pre>";
    }

    /**
     * Returns the picture as Markdown, or an empty string if {@link #html()} is the better form.
     * JupyterLab draws diagrams only from Markdown.
     */
    default String markdown() {
        return "";
    }
}
