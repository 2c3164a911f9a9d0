package ch01_configuration;

import java.nio.file.Path;
import java.util.Map;
import ormlab.grade.NotSolvedYet;

/** What a weather station is told from outside: where its data are, and the key of its web page. */
public class StationSettings {
    private String databaseUrl;
    private String secretKey;

    /** Looks both up, among the variables first, then in the file .env of the folder. */
    static StationSettings read(Map<String, String> variables, Path folder) {
        // TODO DATABASE_URL: without one it is sqlite:///weather.sqlite.
        // SECRET_KEY: without one it is an IllegalStateException that says which name is missing.
        throw new NotSolvedYet("look the settings up");
    }

    String databaseUrl() {
        return databaseUrl;
    }

    String secretKey() {
        return secretKey;
    }

    /** Shows the address, for the log: neither the key nor a password may be read in it. */
    public String toString() {
        // TODO A password in the address is shown as ***.
        throw new NotSolvedYet("show the settings");
    }
}
