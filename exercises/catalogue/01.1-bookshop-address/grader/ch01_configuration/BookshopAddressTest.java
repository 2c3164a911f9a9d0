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

@DisplayName("A bookshop's database URL")
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
    @DisplayName("On the server, where DATABASE_URL is set, its value is the URL.")
    void server() {
        String address = BookshopAddress.choose(Map.of("DATABASE_URL", ON_THE_SERVER), folder);
        Mistake.when(
                !ON_THE_SERVER.equals(address),
                "DATABASE_URL is "
                        + ON_THE_SERVER
                        + ", but the method returned "
                        + shown(address)
                        + ". Read the variable from the map 'environment', which contains the"
                        + " variables that the program was started with.",
                VARIABLE);
    }

    @Test
    @Order(2)
    @DisplayName("An empty or blank DATABASE_URL counts as not set.")
    void empty() {
        for (String nothing : new String[] {"", "  "}) {
            String address = BookshopAddress.choose(Map.of("DATABASE_URL", nothing), folder);
            Mistake.when(
                    nothing.equals(address),
                    "DATABASE_URL is empty or blank, and the method returned '"
                            + address
                            + "'. Many systems set a variable to an empty text to say \"not set\"."
                            + " getOrDefault and a test for null only notice a missing variable;"
                            + " isBlank() notices this one as well.",
                    VARIABLE);
            namesTheFile(address);
        }
    }

    @Test
    @Order(3)
    @DisplayName("On the laptop, the URL names shop.sqlite in the bookseller's folder.")
    void laptop() {
        namesTheFile(BookshopAddress.choose(Map.of("PATH", "/bin"), folder));
    }

    @Test
    @Order(4)
    @DisplayName("A stored book is still there when the program starts again.")
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
                    "The book 'Emma' was stored, but is missing when the program starts"
                            + " again.",
                    SLASHES);
        }
    }

    /** Looks only at the URL, so that nothing outside the bookseller's folder is opened. */
    private void namesTheFile(String address) {
        Mistake.when(address == null, "The method returned null instead of a URL.", VARIABLE);
        DatabaseUrl url = parsed(address);
        Mistake.when(
                url.inMemory(),
                "The URL "
                        + address
                        + " opens a database in memory: everything seems to work, but all books are"
                        + " lost when the program ends. For a file, write its path after three"
                        + " slashes.",
                SLASHES);
        Path file = url.file().orElse(Path.of(""));
        Mistake.when(
                !file.isAbsolute() && address.contains(folder.toString()),
                "The URL "
                        + shown(address)
                        + " (FOLDER itself begins with a slash) names a file relative to the folder"
                        + " where the program is started. Write three slashes, then the whole path"
                        + " with its own slash.",
                SLASHES);
        Mistake.when(
                !file.isAbsolute(),
                "The path in the URL "
                        + shown(address)
                        + " is relative, so it names a different file in each folder that the"
                        + " program is started from. The bookseller chose a folder; put its path"
                        + " into the URL.",
                SLASHES);
        Mistake.when(
                address.contains("My%20shop"),
                "The bookseller's folder is called 'My shop', but the URL contains"
                        + " 'My%20shop'. A database URL contains the path as it is. In a web"
                        + " address %20 means a space, but here it names another folder.",
                SLASHES);
        Mistake.when(
                !file.normalize().equals(folder.resolve("shop.sqlite")),
                "The URL "
                        + shown(address)
                        + " does not name shop.sqlite in the bookseller's folder (FOLDER).",
                SLASHES);
    }

    private DatabaseUrl parsed(String address) {
        try {
            return DatabaseUrl.parse(address);
        } catch (InvalidDatabaseUrl invalid) {
            throw new Mistake(shown(invalid.getMessage()), SLASHES);
        }
    }

    /** Hides the folder's name, which differs from run to run. */
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
