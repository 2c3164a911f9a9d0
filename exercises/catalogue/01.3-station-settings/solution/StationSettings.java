package ch01_configuration;

import java.nio.file.Path;
import java.util.Map;
import ormlab.config.DatabaseUrl;
import ormlab.config.Environment;

/**
 * A default is fine for the place where data are stored, but not for a secret, so a missing key is
 * an error that says what to set. toString ends up in logs, and logs are shared.
 */
public class StationSettings {
    private String databaseUrl;
    private String secretKey;

    static StationSettings read(Map<String, String> variables, Path folder) {
        Environment environment = Environment.of(variables, folder);
        StationSettings settings = new StationSettings();
        settings.databaseUrl = environment.get("DATABASE_URL").orElse("sqlite:///weather.sqlite");
        settings.secretKey =
                environment
                        .get("SECRET_KEY")
                        .orElseThrow(() -> new IllegalStateException("Set SECRET_KEY."));
        return settings;
    }

    String databaseUrl() {
        return databaseUrl;
    }

    String secretKey() {
        return secretKey;
    }

    public String toString() {
        return "<StationSettings " + DatabaseUrl.parse(databaseUrl) + ">";
    }
}
