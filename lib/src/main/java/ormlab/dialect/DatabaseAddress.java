package ormlab.dialect;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a database's address.
 *
 * @param engine what serves it
 * @param shown the address as it was written, with {@code ***} for a password
 * @param jdbcUrl without user and passwords; empty for a database in memory
 * @param file as written, relative or absolute; empty if the database is not a plain file
 * @param properties what the driver needs in addition to the JDBC URL: user and passwords
 */
public record DatabaseAddress(
        Engine engine,
        String shown,
        Optional<String> jdbcUrl,
        Optional<Path> file,
        Map<String, String> properties) {

    /** Copies the properties. */
    public DatabaseAddress {
        properties = Map.copyOf(properties);
    }

    /** Creates the address of a database without a file, user or password of its own. */
    public DatabaseAddress(Engine engine, String shown, Optional<String> jdbcUrl) {
        this(engine, shown, jdbcUrl, Optional.empty(), Map.of());
    }

    /** Returns whether the database is gone when its last connection is closed. */
    public boolean inMemory() {
        return jdbcUrl.isEmpty();
    }

    /** Returns any text that was meant as an address, with {@code ***} for a password. */
    public static String withoutPassword(String address) {
        return PasswordMask.of(address);
    }

    /** Returns a well-formed JDBC URL with {@code ***} for options that are secret. */
    public static String withoutSecretOptions(String jdbcUrl) {
        return PasswordMask.ofOptions(jdbcUrl);
    }

    /** Returns the address as it was written, with {@code ***} for a password. */
    @Override
    public String toString() {
        return shown;
    }
}
