package ch01_configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.grade.Mistake;

@DisplayName("Settings of a weather station")
class StationSettingsTest {
    private static final String VARIABLE = "01_configuration, \"Which setting wins\"";
    private static final String SECRETS = "09b_connections, \"Secrets\"";
    private static final String SERVER = "01_configuration, \"Another database, the same program\"";
    private static final String ADDRESS = "postgresql://storm:thunder@db.example.org/weather";

    @TempDir Path folder;
    private Path station;
    private Path empty;

    @BeforeEach
    void dotEnv() throws IOException {
        station = Files.createDirectory(folder.resolve("station"));
        empty = Files.createDirectory(folder.resolve("empty"));
        Files.writeString(
                station.resolve(".env"),
                "DATABASE_URL=sqlite:///file.sqlite\nSECRET_KEY=lightning\n");
    }

    @Test
    @Order(1)
    @DisplayName("The variables win; settings that they do not contain come from the file .env.")
    void places() {
        StationSettings both =
                StationSettings.read(
                        Map.of("DATABASE_URL", ADDRESS, "SECRET_KEY", "hail"), station);
        Mistake.when(
                !ADDRESS.equals(both.databaseUrl()) || !"hail".equals(both.secretKey()),
                "The variables and .env differ, and the settings do not have the"
                        + " variables' values. Read the map that the method gets, not the variables"
                        + " of the running program.",
                VARIABLE);
        StationSettings file;
        try {
            file = StationSettings.read(Map.of(), station);
        } catch (RuntimeException refused) {
            throw new Mistake(
                    "Both settings are in the folder's .env, but they were not found."
                            + " Environment.of(variables, folder) reads that file.",
                    VARIABLE);
        }
        Mistake.when(
                !"sqlite:///file.sqlite".equals(file.databaseUrl())
                        || !"lightning".equals(file.secretKey()),
                "No variable is set, and .env contains sqlite:///file.sqlite, but the"
                        + " settings have "
                        + file.databaseUrl()
                        + ".",
                VARIABLE);
    }

    @Test
    @Order(2)
    @DisplayName("Without a DATABASE_URL, the data is in sqlite:///weather.sqlite.")
    void defaultAddress() {
        String url = address(Map.of("SECRET_KEY", "hail"));
        Mistake.when(
                url != null && !"sqlite:///weather.sqlite".equals(url),
                "DATABASE_URL is not set anywhere, and the URL is "
                        + url
                        + " instead of sqlite:///weather.sqlite.",
                VARIABLE);
    }

    /** Returns null if the variables are ignored, which task 1 reports. */
    private String address(Map<String, String> variables) {
        try {
            return StationSettings.read(variables, empty).databaseUrl();
        } catch (IllegalStateException told) {
            return null;
        }
    }

    @Test
    @Order(3)
    @DisplayName("Without a key, an error names SECRET_KEY.")
    void missingKey() {
        try {
            StationSettings settings = StationSettings.read(Map.of(), empty);
            throw new Mistake(
                    "No key is set, and the settings have '"
                            + settings.secretKey()
                            + "'. A key that is written in the program isn't secret. Throw an"
                            + " exception instead.",
                    SECRETS);
        } catch (IllegalStateException refused) {
            Mistake.when(
                    !String.valueOf(refused.getMessage()).contains("SECRET_KEY"),
                    "No key is set, and the error is \""
                            + refused.getMessage()
                            + "\", which doesn't say what to set. Name SECRET_KEY in the message.",
                    SECRETS);
        } catch (java.util.NoSuchElementException refused) {
            throw new Mistake(
                    "No key is set, and orElseThrow() without an argument reports \""
                            + refused.getMessage()
                            + "\". Pass it an exception whose message names SECRET_KEY.",
                    SECRETS);
        }
    }

    @Test
    @Order(4)
    @DisplayName("The text of the settings contains neither the key nor the password.")
    void shown() {
        StationSettings settings;
        try {
            settings =
                    StationSettings.read(
                            Map.of("DATABASE_URL", ADDRESS, "SECRET_KEY", "hail"), empty);
        } catch (RuntimeException told) {
            return;
        }
        String shown = settings.toString();
        Mistake.when(
                shown.contains("hail"),
                "toString returns " + shown + ", and hail is the key.",
                SECRETS);
        Mistake.when(
                shown.contains("thunder"),
                "toString returns "
                        + shown
                        + ", and thunder is the password. DatabaseUrl.parse(…) shows a URL without"
                        + " it.",
                SERVER);
        Mistake.when(
                shown.isBlank(),
                "toString returns an empty text. Show the URL, so that a log tells where the data"
                        + " is.",
                SERVER);
    }
}
