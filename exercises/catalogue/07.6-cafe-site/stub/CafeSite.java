package ch07_view;

import java.util.Map;
import ormlab.grade.NotSolvedYet;

/**
 * The site of a café. The cell that starts it is run again whenever the menu changes, while guests
 * have its pages open. The server is Door, which is beside this file: new Door(port, path -> new
 * Door.Reply(200, "...")).
 */
public class CafeSite {
    private Door door;

    /**
     * Answers each path of the map with status 200 and its page, and any other path with status
     * 404. Started again, it shows the new pages in place of the old ones, at the same address.
     */
    public void start(Map<String, String> pages) {
        // TODO Open a door. Which port may it have, and what is with the door before it?
        throw new NotSolvedYet("a site of these pages");
    }

    /** Ends the site, if it runs: nobody answers any more. */
    public void stop() {
        throw new NotSolvedYet("the end of the site");
    }

    /** The port of the site; 0 before it was ever started. */
    public int port() {
        throw new NotSolvedYet("the port");
    }
}
