package ch07_view;

import java.util.Map;

public class CafeSite {
    private Door door;

    public void start(Map<String, String> pages) {
        stop();
        door = new Door(0, path -> answer(pages.get(path)));
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
        return door == null ? 0 : door.port();
    }
}
