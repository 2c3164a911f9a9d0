package ch01_configuration;

import java.nio.file.Path;
import java.util.Map;

public class BookshopAddress {
    static String choose(Map<String, String> environment, Path folder) {
        String url = System.getenv("DATABASE_URL");
        return url != null && !url.isBlank() ? url : "sqlite:///" + folder.resolve("shop.sqlite");
    }
}
