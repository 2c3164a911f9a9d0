package ch09_out_of_the_notebook;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import ormlab.Database;
import ormlab.config.ConnectionSettings;
import ormlab.grade.NotSolvedYet;

/** The program of a pharmacy: its database, and the key that its supplier accepts orders with. */
public record Pharmacy(Database db, String supplierKey) {
    /**
     * Reads the settings from the variables, then from the file .env in the folder, and opens the
     * database. DATABASE_URL and SUPPLIER_KEY are required; POOL_SIZE is 10 unless it's set. If
     * something is missing or wrong, throws an IllegalStateException: it names all missing settings
     * and the file .env, or the wrong setting and its value. Logs the URL of the database.
     */
    public static Pharmacy start(Map<String, String> variables, Path folder, Consumer<String> log) {
        // TODO Others can read the log, errors and the text of a Pharmacy. So they must contain no
        // password, no key, and nothing that a customer buys.
        if (true) throw new NotSolvedYet("read the settings");
        String url = variables.get("DATABASE_URL");
        log.accept("Opening " + url);
        int size = Integer.parseInt(variables.get("POOL_SIZE"));
        try {
            var settings = ConnectionSettings.defaults().poolSize(size).echo(log);
            return new Pharmacy(Database.open(url, settings), variables.get("SUPPLIER_KEY"));
        } catch (RuntimeException failed) {
            throw new IllegalStateException("Could not open " + url, failed);
        }
    }
}
