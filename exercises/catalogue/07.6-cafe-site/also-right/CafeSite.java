package ch07_view;

import java.util.Map;
import java.util.Optional;

/** Opens one door, and only replaces its pages. */
public class CafeSite {
    private volatile Map<String, String> pages = Map.of();
    private Door door;
    private int port;

    public void start(Map<String, String> newPages) {
        pages = newPages;
        if (door == null) {
            door = new Door(port, this::answer);
            port = door.port();
        }
    }

    private Door.Reply answer(String path) {
        return Optional.ofNullable(pages.get(path))
                .map(page -> new Door.Reply(200, page))
                .orElse(new Door.Reply(404, "Nothing here."));
    }

    public void stop() {
        if (door != null) {
            door.close();
        }
        door = null;
    }

    public int port() {
        return port;
    }
}
