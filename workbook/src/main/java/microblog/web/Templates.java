package microblog.web;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.MemoryLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Pages with gaps, in the syntax of Pebble. A value that fills a gap is escaped. */
public final class Templates {
    private final MemoryLoader loader = new MemoryLoader();
    private final PebbleEngine engine =
            new PebbleEngine.Builder()
                    .loader(loader)
                    .strictVariables(true)
                    .cacheActive(false)
                    .build();

    /** Stores a template, in place of an older one of that name. */
    public synchronized void put(String name, String text) {
        loader.getTemplates().removeIf(old -> old.templateName.equals(name));
        loader.addTemplate(name, text);
    }

    /** Returns the page: the template with these values in its gaps. */
    public synchronized String fill(String name, Map<String, Object> values) {
        StringWriter page = new StringWriter();
        try {
            engine.getTemplate(name).evaluate(page, values);
        } catch (IOException noFileIsInvolved) {
            throw new UncheckedIOException(noFileIsInvolved);
        }
        return page.toString();
    }
}
