package ch01_configuration;

import java.nio.file.Path;
import java.util.Map;
import ormlab.grade.NotSolvedYet;

/**
 * A bookshop's program runs on the shop's server, where DATABASE_URL names a PostgreSQL database,
 * and on the bookseller's laptop, where no variable is set. On the laptop, the books are in the
 * file shop.sqlite, in a folder that the bookseller chose.
 */
public class BookshopAddress {
    /**
     * Chooses the database URL.
     *
     * @param environment the environment variables by name
     * @param folder the bookseller's folder, an absolute path
     * @return what Database.open(…) takes
     */
    static String choose(Map<String, String> environment, Path folder) {
        // TODO Return DATABASE_URL if it has a value, otherwise the URL of the file shop.sqlite in
        // the folder.
        throw new NotSolvedYet("choose the URL");
    }
}
