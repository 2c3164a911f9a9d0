package microblog.web;

import io.javalin.config.JavalinConfig;

import jakarta.servlet.SessionTrackingMode;

import microblog.Settings;

import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;

import java.util.Set;

/** Limits what clients may send to the server, and sets how it stops. */
public final class Limits {
    private static final int SESSION_SECONDS = 30 * 60;
    private static final int STOP_MILLIS = 10_000;

    /** Jetty keeps a buffer of this size for each piece of a form, even for a single byte. */
    private static final int BUFFER_BYTES = 8_192;

    private static final int PIECES_OF_A_FORM = 40;

    private Limits() {}

    /** Applies limits for size, time and cookies, and sets where to listen. */
    public static void apply(JavalinConfig config, Settings settings) {
        config.http.maxRequestSize = Settings.LARGEST_REQUEST_BYTES;
        config.http.prefer405over404 = true;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.addConnector((server, http) -> connector(server, http, settings));
        config.jetty.modifyServer(server -> handlers(server, settings));
        config.jetty.modifyServletContextHandler(
                handler -> sessions(handler.getSessionHandler(), settings));
    }

    private static ServerConnector connector(
            Server server, HttpConfiguration http, Settings settings) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.idleMillis());
        connector.addEventListener(
                new SlowHeaders(connector.getScheduler(), settings.idleMillis()));
        return connector;
    }

    /**
     * Ends a request that is too large or too slow before a view sees it. No thread waits for a
     * form.
     */
    private static void handlers(Server server, Settings settings) {
        server.setStopTimeout(STOP_MILLIS);
        // Innermost, so that stopping waits only for complete requests.
        server.insertHandler(new GracefulHandler());
        server.insertHandler(new EagerContentHandler(wholeForms()));
        server.insertHandler(new SizeLimitHandler(Settings.LARGEST_REQUEST_BYTES, -1));
        server.insertHandler(new MinimumDataRateHandler(settings.leastBytesPerSecond(), 0));
    }

    private static RetainedContentLoaderFactory wholeForms() {
        int mostBytes = PIECES_OF_A_FORM * BUFFER_BYTES;
        return new RetainedContentLoaderFactory(mostBytes, BUFFER_BYTES, true);
    }

    private static void sessions(SessionHandler sessions, Settings settings) {
        sessions.setHttpOnly(true);
        sessions.setSameSite(HttpCookie.SameSite.LAX);
        sessions.setSecureCookies(settings.https());
        sessions.setMaxInactiveInterval(SESSION_SECONDS);
        // Never in the URL: people who share a link must not share their session.
        sessions.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
    }
}
