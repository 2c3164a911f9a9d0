package ch09_out_of_the_notebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import ormlab.Database;
import ormlab.config.ConnectionSettings;
import ormlab.config.Environment;

/** Logs the statements, but only their first lines, and no comments with binds. */
public record Pharmacy(Database db, String supplierKey) {
    private static final class Settings {
        private final Environment environment;
        private final List<String> missing = new ArrayList<>();

        Settings(Environment environment) {
            this.environment = environment;
        }

        String required(String name) {
            return environment
                    .get(name)
                    .orElseGet(
                            () -> {
                                missing.add(name);
                                return null;
                            });
        }

        int size() {
            String text = environment.get("POOL_SIZE").orElse("10");
            int size;
            try {
                size = Integer.parseInt(text);
            } catch (NumberFormatException notANumber) {
                size = 0;
            }
            if (size < 1) {
                throw new IllegalStateException("POOL_SIZE must be 1 or more, not " + text);
            }
            return size;
        }
    }

    public static Pharmacy start(Map<String, String> variables, Path folder, Consumer<String> log) {
        Settings settings = new Settings(Environment.of(variables, folder));
        String url = settings.required("DATABASE_URL");
        String key = settings.required("SUPPLIER_KEY");
        if (!settings.missing.isEmpty()) {
            throw new IllegalStateException(
                    "Not set, neither as variables nor in .env: " + settings.missing);
        }
        Consumer<String> withoutBinds =
                text -> text.lines().filter(line -> !line.strip().startsWith("--")).forEach(log);
        Database db =
                Database.open(
                        url,
                        ConnectionSettings.defaults().poolSize(settings.size()).echo(withoutBinds));
        log.accept(db.toString());
        return new Pharmacy(db, key);
    }

    @Override
    public String toString() {
        return "Pharmacy[db=" + db + ", supplierKey=***]";
    }
}
