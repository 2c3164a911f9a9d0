package ch07_view;

import java.util.Map;

/**
 * A browser finds the site by its address, so the port must stay the same. Each start closes what
 * the previous one opened, so the cell can be run as often as you like.
 */
public class CafeSite {
    private Door door;
    private int port;

    public void start(Map<String, String> pages) {
        stop();
        door = new Door(port, path -> answer(pages.get(path)));
        port = door.port();
    }

    private static Door.Reply answer(String page) {
        return page == null ? new Door.Reply(404, "<h1>Not found</h1>") : new Door.Reply(200, page);
    }

    public void stop() {
        if (door != null) {
            door.close();
            door = null;
        }
    }

    public int port() {
        return port;
    }
}
