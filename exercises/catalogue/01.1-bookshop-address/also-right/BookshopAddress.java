package ch01_configuration;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The same as a chain, with the driver's own form of the URL. */
public class BookshopAddress {
    static String choose(Map<String, String> environment, Path folder) {
        return Optional.ofNullable(environment.get("DATABASE_URL"))
                .filter(url -> !url.isBlank())
                .orElseGet(() -> "jdbc:sqlite:" + folder.toAbsolutePath() + "/shop.sqlite");
    }
}
