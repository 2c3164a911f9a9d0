package ch07_view;

import java.util.Map;
import ormlab.grade.NotSolvedYet;

/**
 * The website of a café. The cell that starts it is run again whenever the menu changes, while
 * guests have its pages open. The server is Door, which is next to this file: new Door(port, path
 * -> new Door.Reply(200, "...")).
 */
public class CafeSite {
    private Door door;

    /**
     * Serves each path in the map with status 200 and its page, and any other path with status 404.
     * If it is called again, it serves the new pages instead of the old ones, at the same address.
     */
    public void start(Map<String, String> pages) {
        // TODO Open a door. Which port should it have, and what about the previous door?
        throw new NotSolvedYet("serve these pages");
    }

    /** Stops the site if it is running. */
    public void stop() {
        throw new NotSolvedYet("stop the site");
    }

    /** Returns the port of the site, or 0 before the first start. */
    public int port() {
        throw new NotSolvedYet("the port");
    }
}
