package ch01_configuration;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import ormlab.config.DatabaseUrl;
import ormlab.config.Environment;

/** With if instead of orElse, and only the kind of database in toString. */
public class StationSettings {
    private String databaseUrl;
    private String secretKey;

    static StationSettings read(Map<String, String> variables, Path folder) {
        StationSettings settings = new StationSettings();
        Optional<String> key = Environment.of(variables, folder).get("SECRET_KEY");
        if (key.isEmpty()) {
            throw new IllegalStateException(
                    "The variable SECRET_KEY is not set, and no line in .env sets it.");
        }
        settings.secretKey = key.get();
        Optional<String> url = Environment.of(variables, folder).get("DATABASE_URL");
        settings.databaseUrl = url.isPresent() ? url.get() : "sqlite:///weather.sqlite";
        return settings;
    }

    String databaseUrl() {
        return databaseUrl;
    }

    String secretKey() {
        return secretKey;
    }

    public String toString() {
        return "weather station on " + DatabaseUrl.parse(databaseUrl).engine();
    }
}
