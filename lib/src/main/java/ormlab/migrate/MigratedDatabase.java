package ormlab.migrate;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import ormlab.config.ConnectionSource;
import ormlab.mapping.Mapping;

/**
 * What migrations need from their database.
 *
 * @param mapping returns the models that are registered when it is called
 * @param words returns the message for a driver's error and the statement that it rejected
 * @param release ends the calling thread's session for a purpose, or throws
 */
public record MigratedDatabase(
        ConnectionSource connections,
        Supplier<Optional<Mapping>> mapping,
        BiFunction<SQLException, String, String> words,
        Consumer<String> release) {}
