package ch09_out_of_the_notebook;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import ormlab.Database;
import ormlab.config.ConnectionSettings;
import ormlab.config.DatabaseUrl;
import ormlab.config.Environment;

/** A class instead of a record, so nothing shows its fields; errors get a text of their own. */
public final class Pharmacy {
    private final Database db;
    private final String supplierKey;

    private Pharmacy(Database db, String supplierKey) {
        this.db = db;
        this.supplierKey = supplierKey;
    }

    public Database db() {
        return db;
    }

    public String supplierKey() {
        return supplierKey;
    }

    public static Pharmacy start(Map<String, String> variables, Path folder, Consumer<String> log) {
        var url = Environment.of(variables, folder).get("DATABASE_URL");
        var key = Environment.of(variables, folder).get("SUPPLIER_KEY");
        if (url.isEmpty() || key.isEmpty()) {
            throw new IllegalStateException(
                    "The program cannot start."
                            + (url.isEmpty() ? " Set DATABASE_URL, for example in .env." : "")
                            + (key.isEmpty() ? " Set SUPPLIER_KEY, for example in .env." : ""));
        }
        var size = Environment.of(variables, folder).get("POOL_SIZE").orElse("10");
        if (size.isBlank() || !size.chars().allMatch(Character::isDigit) || size.matches("0+")) {
            throw new IllegalStateException("POOL_SIZE=" + size + " is not a size.");
        }
        DatabaseUrl shown;
        try {
            shown = DatabaseUrl.parse(url.get());
            log.accept("The data is in " + shown);
            return new Pharmacy(
                    Database.open(
                            url.get(),
                            ConnectionSettings.defaults().poolSize(Integer.parseInt(size))),
                    key.get());
        } catch (RuntimeException failed) {
            throw new IllegalStateException("No connection: " + failed.getMessage());
        }
    }
}
