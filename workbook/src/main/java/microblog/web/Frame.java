package microblog.web;

import ormlab.picture.Html;
import ormlab.picture.Picture;

/**
 * A page of the {@link Site}, shown below a cell. Its text form is what a new visitor reads.
 *
 * @param path begins with a slash
 */
public record Frame(String path) implements Picture {
    private static final String HTML =
            "<iframe src='%1$s' title='The page %2$s' width='100%%' height='230'></iframe>"
                    + "<p><a href='%1$s' target='_blank'>%2$s in its own tab</a></p>";

    @Override
    public String html() {
        return HTML.formatted(Html.escape(Site.at(path).toString()), Html.escape(path));
    }

    @Override
    public String text() {
        return new Visitor().get(path).toString();
    }
}
