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

@DisplayName("The settings of a weather station")
class StationSettingsTest {
    private static final String VARIABLE = "01b_servers_and_secrets, \"Set the variable\"";
    private static final String SECRETS = "01b_servers_and_secrets, \"Secrets\"";
    private static final String SERVER =
            "01b_servers_and_secrets, \"Another database, the same program\"";
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
    @DisplayName("The variables win; what they do not say is looked up in the file .env.")
    void places() {
        StationSettings both =
                StationSettings.read(
                        Map.of("DATABASE_URL", ADDRESS, "SECRET_KEY", "hail"), station);
        Mistake.when(
                !ADDRESS.equals(both.databaseUrl()) || !"hail".equals(both.secretKey()),
                "The variables say one thing and .env another, and the settings are not those of the"
                        + " variables. Ask the map that you are given; the program's own variables are"
                        + " others.",
                VARIABLE);
        StationSettings file;
        try {
            file = StationSettings.read(Map.of(), station);
        } catch (RuntimeException refused) {
            throw new Mistake(
                    "Both settings stand in the folder's .env, and they are not found:"
                            + " Environment.of(variables, folder) looks there.",
                    VARIABLE);
        }
        Mistake.when(
                !"sqlite:///file.sqlite".equals(file.databaseUrl())
                        || !"lightning".equals(file.secretKey()),
                "No variable is set, and .env says sqlite:///file.sqlite. The settings say "
                        + file.databaseUrl()
                        + ".",
                VARIABLE);
    }

    @Test
    @Order(2)
    @DisplayName("Without an address the data are in sqlite:///weather.sqlite.")
    void defaultAddress() {
        String url = address(Map.of("SECRET_KEY", "hail"));
        Mistake.when(
                url != null && !"sqlite:///weather.sqlite".equals(url),
                "Nothing says where the data are, and the address is " + url + ".",
                VARIABLE);
    }

    /** Gives null where task 1 tells why: the variables are not looked at. */
    private String address(Map<String, String> variables) {
        try {
            return StationSettings.read(variables, empty).databaseUrl();
        } catch (IllegalStateException told) {
            return null;
        }
    }

    @Test
    @Order(3)
    @DisplayName("Without a key it is an error that names SECRET_KEY.")
    void missingKey() {
        try {
            StationSettings settings = StationSettings.read(Map.of(), empty);
            throw new Mistake(
                    "No key is set, and the settings have '"
                            + settings.secretKey()
                            + "': a key that stands in the program is no secret. Throw instead.",
                    SECRETS);
        } catch (IllegalStateException refused) {
            Mistake.when(
                    !String.valueOf(refused.getMessage()).contains("SECRET_KEY"),
                    "No key is set, and the error says \""
                            + refused.getMessage()
                            + "\". Whoever reads it does not know what to set: name SECRET_KEY.",
                    SECRETS);
        } catch (java.util.NoSuchElementException refused) {
            throw new Mistake(
                    "No key is set, and orElseThrow() without an argument says \""
                            + refused.getMessage()
                            + "\". Give it your own exception, which names SECRET_KEY.",
                    SECRETS);
        }
    }

    @Test
    @Order(4)
    @DisplayName("What is shown holds neither the key nor the password.")
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
                "The settings show themselves as " + shown + ", and hail is the key.",
                SECRETS);
        Mistake.when(
                shown.contains("thunder"),
                "The settings show themselves as "
                        + shown
                        + ", and thunder is the password. DatabaseUrl.parse(…) shows an address without"
                        + " it.",
                SERVER);
        Mistake.when(
                shown.isBlank(),
                "The settings show themselves as an empty text. Who reads the log wants to know where the"
                        + " data are.",
                SERVER);
    }
}
