package ch01_configuration;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** With Path objects, the longer URL for memory, and the default port written out. */
public class KitchenAddresses {
    static String tests() {
        return "sqlite:///:memory:";
    }

    static String laptop() {
        return "sqlite:///" + Path.of("kitchen", "recipes.sqlite");
    }

    static String backup() {
        return "sqlite:///" + Path.of("/var", "backups", "recipes.sqlite");
    }

    static String server() {
        String password = URLEncoder.encode("p@ss/word", StandardCharsets.UTF_8);
        return "postgres://chef:" + password + "@db.example.org:5432/recipes";
    }
}
