package ormlab.grade;

import ormlab.picture.Html;
import ormlab.picture.Picture;

/**
 * Is something told to the reader: a heading and what follows.
 *
 * @param heading one line
 * @param body text, with code and line breaks as they are
 */
public record Note(String heading, String body) implements Picture {
    @Override
    public String text() {
        return heading + "\n" + Words.wrapped(body, "  ", 96);
    }

    @Override
    public String html() {
        return "<div><p><b>"
                + Html.escape(heading)
                + "</b></p><div style=\"white-space: pre-wrap\">"
                + Html.escape(body)
                + "</div></div>";
    }

    @Override
    public String markdown() {
        return "**" + heading + "**\n\n" + body;
    }

    /** Gives the text form. */
    @Override
    public String toString() {
        return text();
    }
}
