package ormlab.dialect;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a database URL.
 *
 * @param engine serves the URL
 * @param shown the URL as it was written, with {@code ***} for a password
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

    /** Creates the parts of a URL without a file, user or password. */
    public DatabaseAddress(Engine engine, String shown, Optional<String> jdbcUrl) {
        this(engine, shown, jdbcUrl, Optional.empty(), Map.of());
    }

    /** Returns whether the database is gone when its last connection is closed. */
    public boolean inMemory() {
        return jdbcUrl.isEmpty();
    }

    /** Returns text that was meant as a URL, with {@code ***} for a password. */
    public static String withoutPassword(String address) {
        return PasswordMask.of(address);
    }

    /** Returns a well-formed JDBC URL with {@code ***} for options that are secret. */
    public static String withoutSecretOptions(String jdbcUrl) {
        return PasswordMask.ofOptions(jdbcUrl);
    }

    /** Returns the URL as it was written, with {@code ***} for a password. */
    @Override
    public String toString() {
        return shown;
    }
}
