package ormlab.grade;

import ormlab.picture.Html;
import ormlab.picture.Picture;

/**
 * A heading and the text below it.
 *
 * @param heading one line
 * @param body text, with code and line breaks as they are
 */
public record TitledText(String heading, String body) implements Picture {
    @Override
    public String text() {
        return heading + "\n" + TextWrap.wrapped(body, "  ", 96);
    }

    @Override
    public String html() {
        return "<div><p><b>%s</b></p><div style=\"white-space: pre-wrap\">%s</div></div>"
                .formatted(Html.escape(heading), Html.escape(body));
    }

    @Override
    public String markdown() {
        return "**" + heading + "**\n\n" + body;
    }

    /** Returns the text form. */
    @Override
    public String toString() {
        return text();
    }
}
