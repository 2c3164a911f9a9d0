package ch09_out_of_the_notebook;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import ormlab.Database;
import ormlab.config.ConnectionSettings;
import ormlab.config.DatabaseUrl;
import ormlab.config.Environment;

/**
 * Whoever starts the program wants to read all that is missing at once. There is no echo, because
 * it shows the binds, and a DatabaseUrl shows itself without its password. A record would show the
 * key, so toString is written by hand.
 */
public record Pharmacy(Database db, String supplierKey) {
    private static final String URL = "DATABASE_URL";
    private static final String KEY = "SUPPLIER_KEY";

    public static Pharmacy start(Map<String, String> variables, Path folder, Consumer<String> log) {
        Environment settings = Environment.of(variables, folder);
        List<String> missing =
                Stream.of(URL, KEY).filter(name -> settings.get(name).isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "Set " + String.join(" and ", missing) + ", for example in the file .env.");
        }
        int size = poolSize(settings);
        String url = settings.get(URL).get();
        log.accept("Opening " + DatabaseUrl.parse(url));
        return new Pharmacy(
                Database.open(url, ConnectionSettings.defaults().poolSize(size)),
                settings.get(KEY).get());
    }

    private static int poolSize(Environment settings) {
        String text = settings.get("POOL_SIZE").orElse("10");
        if (!text.matches("[1-9]\\d{0,3}")) {
            throw new IllegalStateException(
                    "POOL_SIZE is '" + text + "'. Set it to a number of connections.");
        }
        return Integer.parseInt(text);
    }

    public String toString() {
        return "<Pharmacy " + db + ">";
    }
}
