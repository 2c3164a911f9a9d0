package ch07_view;

import java.util.Map;

public class CafeSite {
    private Door door;
    private int port;

    public void start(Map<String, String> pages) {
        stop();
        door = new Door(port, path -> answer(pages.get(path)));
        port = door.port();
    }

    private static Door.Reply answer(String page) {
        return new Door.Reply(200, page);
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
