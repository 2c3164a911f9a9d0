package ormlab.dialect;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The parts of a database's address.
 *
 * @param engine what serves it
 * @param shown the address as it was written, with {@code ***} for a password
 * @param jdbcUrl without user and password; empty for a database in memory
 * @param file as written, relative or absolute; empty if the database is not a plain file
 * @param user empty if the address names none
 * @param password empty if the address names none
 */
public record DatabaseAddress(
        Engine engine,
        String shown,
        Optional<String> jdbcUrl,
        Optional<Path> file,
        Optional<String> user,
        Optional<String> password) {

    /** Creates the address of a database without a file, user or password of its own. */
    public DatabaseAddress(Engine engine, String shown, Optional<String> jdbcUrl) {
        this(engine, shown, jdbcUrl, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns whether the database is gone when its last connection is closed. */
    public boolean inMemory() {
        return jdbcUrl.isEmpty();
    }

    /** Returns an address with {@code ***} for its password, wherever it has one. */
    public static String withoutPassword(String address) {
        return address.replaceAll("([:/]/+)([^:@/?]*):.*@", "$1$2:***@")
                // Without a host, the password is where the port would be.
                .replaceAll("([:/]/+[^:@/?]*):(?!\\d{1,5}(?:[/?]|$)|\\*\\*\\*@)[^@/?]*", "$1:***")
                .replaceAll("(?i)(?<=[?&](?:password|pass|pwd)=)[^&]*", "***");
    }

    /** Returns the address as it was written, with {@code ***} for a password. */
    @Override
    public String toString() {
        return shown;
    }
}
