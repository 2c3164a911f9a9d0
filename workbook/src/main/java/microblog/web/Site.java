package microblog.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.util.function.Consumer;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;
import org.jspecify.annotations.Nullable;

/** The website that a notebook serves: one at a time, and only to this computer. */
public final class Site {
    private static final String HOST = "127.0.0.1";

    /** A larger form is answered with status 413. */
    private static final int FORM_BYTES = 1_000_000;

    /** Jetty keeps a buffer of this size for each piece of a form, even for a single byte. */
    private static final int BUFFER_BYTES = 8_192;

    private static @Nullable Javalin running;

    /** 0 before the first start: any free port. */
    private static int port;

    private Site() {}

    /** Serves these pages at the address of the previous site, which it stops. */
    public static synchronized void start(Consumer<JavalinConfig> pages) {
        stop();
        running =
                Javalin.create(
                                config -> {
                                    config.startup.showJavalinBanner = false;
                                    config.jetty.modifyServer(
                                            server -> server.insertHandler(wholeForms()));
                                    pages.accept(config);
                                })
                        .start(HOST, port);
        port = running.port();
    }

    /**
     * Makes a request wait for its form without a thread. Otherwise visitors who send half a form
     * would soon occupy all threads.
     */
    private static EagerContentHandler wholeForms() {
        return new EagerContentHandler(
                new RetainedContentLoaderFactory(FORM_BYTES, BUFFER_BYTES, true));
    }

    /** Stops the site if one is running. */
    public static synchronized void stop() {
        if (running != null) {
            running.stop();
            running = null;
        }
    }

    /** Returns the address of a path, which begins with a slash. */
    public static synchronized URI at(String path) {
        return URI.create("http://" + HOST + ":" + port + path);
    }
}
