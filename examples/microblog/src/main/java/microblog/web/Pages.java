package microblog.web;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Fills in templates, which escape every value. */
public final class Pages {
    private final PebbleEngine engine;

    /** Reads the templates from the class path. */
    public Pages() {
        ClasspathLoader loader = new ClasspathLoader();
        loader.setPrefix("templates");
        loader.setSuffix(".html");
        engine = new PebbleEngine.Builder().loader(loader).strictVariables(true).build();
    }

    String fill(String template, Map<String, Object> values) {
        StringWriter page = new StringWriter();
        try {
            engine.getTemplate(template).evaluate(page, values);
        } catch (IOException noFileIsInvolved) {
            throw new UncheckedIOException(noFileIsInvolved);
        }
        return page.toString();
    }
}
