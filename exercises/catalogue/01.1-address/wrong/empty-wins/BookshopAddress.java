package ch01_configuration;

import java.nio.file.Path;
import java.util.Map;

public class BookshopAddress {
    static String choose(Map<String, String> environment, Path folder) {
        return environment.getOrDefault(
                "DATABASE_URL", "sqlite:///" + folder.resolve("shop.sqlite"));
    }
}
