package ormlab.migrate;

import java.sql.SQLException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import ormlab.config.ConnectionSource;
import ormlab.mapping.Mapping;

/**
 * Is what migrations need of the database that they belong to.
 *
 * @param connections the connections
 * @param mapping gives the models; throws when none are registered
 * @param words makes words of a driver's error and the statement that it refused
 * @param release ends the calling thread's session for a purpose, or throws
 */
public record MigratedDatabase(
        ConnectionSource connections,
        Supplier<Mapping> mapping,
        BiFunction<SQLException, String, String> words,
        Consumer<String> release) {}
