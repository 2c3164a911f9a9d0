package ch01_configuration;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.config.DatabaseUrl;
import ormlab.config.InvalidDatabaseUrl;
import ormlab.grade.Mistake;

@DisplayName("Four addresses of a kitchen")
class KitchenAddressesTest {
    private static final String SLASHES = "01_configuration, \"Slashes\"";
    private static final String MISTAKES = "01_configuration, \"The classic mistakes\"";
    private static final String SERVER =
            "01b_servers_and_secrets, \"Another database, the same program\"";

    private static DatabaseUrl parsed(String address, String section) {
        try {
            return DatabaseUrl.parse(address);
        } catch (InvalidDatabaseUrl invalid) {
            throw new Mistake(invalid.getMessage(), section);
        }
    }

    @Test
    @Order(1)
    @DisplayName("The tests run in memory.")
    void tests() {
        String address = KitchenAddresses.tests();
        Mistake.when(
                !parsed(address, SLASHES).inMemory(),
                "The address "
                        + address
                        + " names a file, which stays when the tests are over. Memory has no path:"
                        + " nothing follows the two slashes.",
                SLASHES);
    }

    @Test
    @Order(2)
    @DisplayName("The laptop has kitchen/recipes.sqlite, beside the work.")
    void laptop() {
        String address = KitchenAddresses.laptop();
        DatabaseUrl url = parsed(address, MISTAKES);
        Path file = url.file().orElse(Path.of(""));
        Mistake.when(
                file.isAbsolute(),
                "The address "
                        + address
                        + " names a folder kitchen at the root of the disk. Beside the work is a"
                        + " relative path: three slashes, then a name.",
                SLASHES);
        Mistake.when(
                !file.equals(Path.of("kitchen/recipes.sqlite")),
                "The address " + address + " names another file than kitchen/recipes.sqlite.",
                SLASHES);
    }

    @Test
    @Order(3)
    @DisplayName("The backup is /var/backups/recipes.sqlite, wherever the program is started.")
    void backup() {
        String address = KitchenAddresses.backup();
        Path file = parsed(address, SLASHES).file().orElse(Path.of(""));
        Mistake.when(
                file.equals(Path.of("var/backups/recipes.sqlite")),
                "The address "
                        + address
                        + " names a folder var in the folder where the program is started. The path"
                        + " begins with a slash of its own, behind the three of the address.",
                SLASHES);
        Mistake.when(
                !file.equals(Path.of("/var/backups/recipes.sqlite")),
                "The address " + address + " names another file than /var/backups/recipes.sqlite.",
                SLASHES);
    }

    @Test
    @Order(4)
    @DisplayName("The server is reached as chef, with the password, for the database recipes.")
    void server() {
        String address = KitchenAddresses.server();
        DatabaseUrl url = parsed(address, SERVER);
        URI uri = URI.create(address);
        Mistake.when(
                "chef".equals(uri.getUserInfo()),
                "The address names the user chef and no password. It stands behind the user, after a"
                        + " colon.",
                SERVER);
        Mistake.when(
                !url.engine().name().equals("PostgreSQL")
                        || !"chef:p@ss/word".equals(uri.getUserInfo())
                        || !"db.example.org".equals(uri.getHost())
                        || !"/recipes".equals(uri.getPath()),
                "The address "
                        + url
                        + " is not that of chef (password p@ss/word) on db.example.org, database"
                        + " recipes.",
                SERVER);
    }
}
