package ch09_out_of_the_notebook;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import ormlab.Database;
import ormlab.config.ConnectionSettings;
import ormlab.config.Environment;

/** Opens first, and then logs what db.url() shows. */
public record Pharmacy(Database db, String supplierKey) {
    public static Pharmacy start(Map<String, String> variables, Path folder, Consumer<String> log) {
        Environment environment = Environment.of(variables, folder);
        String url = environment.get("DATABASE_URL").orElse("");
        String key = environment.get("SUPPLIER_KEY").orElse("");
        String missing =
                (url.isEmpty() ? " DATABASE_URL" : "") + (key.isEmpty() ? " SUPPLIER_KEY" : "");
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "Missing:"
                            + missing
                            + ". Set variables, or write lines into "
                            + folder.resolve(".env"));
        }
        var settings = ConnectionSettings.defaults();
        var size = environment.get("POOL_SIZE");
        if (size.isPresent()) {
            try {
                settings = settings.poolSize(Integer.parseInt(size.get()));
            } catch (RuntimeException wrong) {
                throw new IllegalStateException("POOL_SIZE can't be " + size.get(), wrong);
            }
        }
        Database db = Database.open(url, settings);
        log.accept("database: " + db.url());
        return new Pharmacy(db, key);
    }

    @Override
    public String toString() {
        return "a pharmacy";
    }
}
