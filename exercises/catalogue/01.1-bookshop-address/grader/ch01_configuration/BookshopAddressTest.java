package ch01_configuration;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.Database;
import ormlab.config.DatabaseUrl;
import ormlab.config.InvalidDatabaseUrl;
import ormlab.grade.Mistake;

@DisplayName("The address of a bookshop's database")
class BookshopAddressTest {
    private static final String SLASHES = "01_configuration, \"Slashes\"";
    private static final String VARIABLE = "01_configuration, \"Which setting wins\"";
    private static final String ON_THE_SERVER = "postgresql://shop@db.example/books";

    @TempDir Path root;
    private Path folder;

    @BeforeEach
    void folderWithABlank() throws IOException {
        folder = Files.createDirectory(root.toRealPath().resolve("My shop"));
    }

    @Test
    @Order(1)
    @DisplayName("On the server, where DATABASE_URL is set, that is the address.")
    void server() {
        String address = BookshopAddress.choose(Map.of("DATABASE_URL", ON_THE_SERVER), folder);
        Mistake.when(
                !ON_THE_SERVER.equals(address),
                "DATABASE_URL says "
                        + ON_THE_SERVER
                        + ", and the answer is "
                        + shown(address)
                        + ": the variable was passed over. Ask the map 'environment' for it, which is"
                        + " what the program was started with.",
                VARIABLE);
    }

    @Test
    @Order(2)
    @DisplayName("A DATABASE_URL that is set to nothing counts as not set.")
    void empty() {
        for (String nothing : new String[] {"", "  "}) {
            String address = BookshopAddress.choose(Map.of("DATABASE_URL", nothing), folder);
            Mistake.when(
                    nothing.equals(address),
                    "DATABASE_URL is set to nothing, and the answer is '"
                            + address
                            + "': an empty variable is how many systems say \"not set\". getOrDefault"
                            + " and a test for null see only a missing one; isBlank() sees this one,"
                            + " too.",
                    VARIABLE);
            namesTheFile(address);
        }
    }

    @Test
    @Order(3)
    @DisplayName("On the laptop the address names shop.sqlite in the bookseller's folder.")
    void laptop() {
        namesTheFile(BookshopAddress.choose(Map.of("PATH", "/bin"), folder));
    }

    @Test
    @Order(4)
    @DisplayName("A book that was stored is still there when the program starts again.")
    void restart() {
        String address = BookshopAddress.choose(Map.of(), folder);
        namesTheFile(address);
        try (Database first = Database.open(address)) {
            first.models(Book.class).createAll();
            first.session().add(new Book("Emma"));
            first.session().commit();
        }
        try (Database again = Database.open(address)) {
            again.models(Book.class);
            Mistake.when(
                    again.query(Book.class).count() != 1,
                    "The book 'Emma' was stored and is gone after a new start.",
                    SLASHES);
        }
    }

    /**
     * Looks at the address alone: nothing is opened before it is known to be in the bookseller's
     * folder.
     */
    private void namesTheFile(String address) {
        Mistake.when(address == null, "The answer is null, which is no address.", VARIABLE);
        DatabaseUrl url = parsed(address);
        Mistake.when(
                url.inMemory(),
                "The address "
                        + address
                        + " opens a database in memory: everything seems to work, and all books are"
                        + " gone when the program ends. A file needs its path behind three slashes.",
                SLASHES);
        Path file = url.file().orElse(Path.of(""));
        Mistake.when(
                !file.isAbsolute() && address.contains(folder.toString()),
                "The address "
                        + shown(address)
                        + " (FOLDER begins with a slash itself) names a file relative to wherever the"
                        + " program is started: the third slash still belongs to the address. Three"
                        + " slashes, then the whole path with its own slash.",
                SLASHES);
        Mistake.when(
                !file.isAbsolute(),
                "The address "
                        + shown(address)
                        + " is relative: it names another file in each folder that the program is"
                        + " started from. The bookseller chose a folder; put its path into the address.",
                SLASHES);
        Mistake.when(
                address.contains("My%20shop"),
                "The bookseller's folder is called 'My shop', and the address says 'My%20shop'. A path stands in"
                        + " the address as it is; %20 is how web pages write a blank, and here it names"
                        + " another folder.",
                SLASHES);
        Mistake.when(
                !file.normalize().equals(folder.resolve("shop.sqlite")),
                "The address "
                        + shown(address)
                        + " names another file than shop.sqlite in the bookseller's folder (FOLDER).",
                SLASHES);
    }

    private DatabaseUrl parsed(String address) {
        try {
            return DatabaseUrl.parse(address);
        } catch (InvalidDatabaseUrl invalid) {
            throw new Mistake(shown(invalid.getMessage()), SLASHES);
        }
    }

    /** The folder has another name in each run; a reader is better off without it. */
    private String shown(String text) {
        return String.valueOf(text).replace(folder.toString(), "FOLDER");
    }

    @Entity(name = "Book")
    static class Book {
        @Id private String title;

        Book() {}

        Book(String title) {
            this.title = title;
        }

        String getTitle() {
            return title;
        }
    }
}
