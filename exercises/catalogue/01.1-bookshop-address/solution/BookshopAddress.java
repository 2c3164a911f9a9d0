package ch01_configuration;

import java.nio.file.Path;
import java.util.Map;

/**
 * Why so: the environment decides, because the same program must run in both places unchanged. An
 * empty variable is how many systems say "not set", so it must not win. The folder is absolute: a
 * relative path would mean another file wherever the program is started from.
 */
public class BookshopAddress {
    static String choose(Map<String, String> environment, Path folder) {
        String url = environment.get("DATABASE_URL");
        if (url != null && !url.isBlank()) {
            return url;
        }
        return "sqlite:///" + folder.resolve("shop.sqlite");
    }
}
