package ch01_configuration;

import java.nio.file.Path;
import java.util.Map;

/**
 * The environment decides, so that the same program runs in both places unchanged. Many systems set
 * a variable to an empty text to say "not set", so an empty value must not win. The path is
 * absolute, because a relative one would name a different file in each folder that the program is
 * started from.
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
