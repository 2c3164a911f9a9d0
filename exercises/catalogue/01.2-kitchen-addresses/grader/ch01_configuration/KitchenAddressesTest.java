package ch01_configuration;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.config.DatabaseUrl;
import ormlab.config.InvalidDatabaseUrl;
import ormlab.grade.Mistake;

@DisplayName("Four URLs for a kitchen")
class KitchenAddressesTest {
    private static final String SLASHES = "01_configuration, \"Slashes\"";
    private static final String MISTAKES = "01_configuration, \"The classic mistakes\"";
    private static final String SERVER = "01_configuration, \"Another database, the same program\"";

    private static DatabaseUrl parsed(String address, String section) {
        try {
            return DatabaseUrl.parse(address);
        } catch (InvalidDatabaseUrl invalid) {
            throw new Mistake(invalid.getMessage(), section);
        }
    }

    @Test
    @Order(1)
    @DisplayName("The tests use a database in memory.")
    void tests() {
        String address = KitchenAddresses.tests();
        Mistake.when(
                !parsed(address, SLASHES).inMemory(),
                "The URL "
                        + address
                        + " names a file, which is left over when the tests end. A database in"
                        + " memory has no path: nothing follows the two slashes.",
                SLASHES);
    }

    @Test
    @Order(2)
    @DisplayName(
            "The laptop uses kitchen/recipes.sqlite, relative to where the program is started.")
    void laptop() {
        String address = KitchenAddresses.laptop();
        DatabaseUrl url = parsed(address, MISTAKES);
        Path file = url.file().orElse(Path.of("")).normalize();
        Mistake.when(
                file.isAbsolute(),
                "The URL "
                        + address
                        + " names a folder 'kitchen' at the root of the disk. Use a relative path:"
                        + " three slashes, then a name.",
                SLASHES);
        Mistake.when(
                !file.equals(Path.of("kitchen/recipes.sqlite")),
                "The URL " + address + " does not name kitchen/recipes.sqlite.",
                SLASHES);
    }

    @Test
    @Order(3)
    @DisplayName("The backup is /var/backups/recipes.sqlite, wherever the program is started.")
    void backup() {
        String address = KitchenAddresses.backup();
        Path file = parsed(address, SLASHES).file().orElse(Path.of("")).normalize();
        Mistake.when(
                file.equals(Path.of("var/backups/recipes.sqlite")),
                "The URL "
                        + address
                        + " names a folder 'var' inside the folder where the program is started. An"
                        + " absolute path begins with its own slash, after the three of the URL.",
                SLASHES);
        Mistake.when(
                !file.equals(Path.of("/var/backups/recipes.sqlite")),
                "The URL " + address + " does not name /var/backups/recipes.sqlite.",
                SLASHES);
    }

    @Test
    @Order(4)
    @DisplayName("The server's URL has the user chef, the password and the database recipes.")
    void server() {
        String address = KitchenAddresses.server();
        DatabaseUrl url = parsed(address, SERVER);
        URI uri = URI.create(address);
        Mistake.when(
                "chef".equals(uri.getUserInfo()),
                "The URL contains the user chef but no password. Write it after the user"
                        + " and a colon.",
                SERVER);
        Mistake.when(
                !url.engine().name().equals("PostgreSQL")
                        || !"chef:p@ss/word".equals(uri.getUserInfo())
                        || !"db.example.org".equals(uri.getHost())
                        || !"/recipes".equals(uri.getPath()),
                "The URL "
                        + url
                        + " does not lead to the database recipes on db.example.org as chef with"
                        + " the password p@ss/word.",
                SERVER);
    }
}
