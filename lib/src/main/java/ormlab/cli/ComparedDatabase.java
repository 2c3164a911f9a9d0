package ormlab.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import ormlab.config.ConnectionSettings;
import ormlab.config.ConnectionSource;
import ormlab.config.DatabaseUrl;
import ormlab.mapping.Mapping;
import ormlab.migrate.MigratedDatabase;
import ormlab.migrate.Migrations;
import ormlab.naming.Naming;

/**
 * A database and the tables that models need. It has no sessions, because a process that only
 * compares needs none.
 */
final class ComparedDatabase implements AutoCloseable {
    private final ConnectionSource source;
    private final Optional<Mapping> mapping;

    private ComparedDatabase(ConnectionSource source, Optional<Mapping> mapping) {
        this.source = source;
        this.mapping = mapping;
    }

    static ComparedDatabase open(String url, Naming naming, Class<?>... models) {
        ConnectionSource source =
                ConnectionSource.open(DatabaseUrl.parse(url), ConnectionSettings.defaults());
        try {
            return new ComparedDatabase(
                    source,
                    models.length == 0
                            ? Optional.empty()
                            : Optional.of(Mapping.describe(source, naming, List.of(models))));
        } catch (RuntimeException failed) {
            source.close();
            throw failed;
        }
    }

    Migrations migrations(String folder) {
        return Migrations.of(
                new MigratedDatabase(
                        source,
                        () -> mapping,
                        (refused, sql) ->
                                mapping.map(known -> known.words(refused, sql))
                                        .orElseGet(refused::getMessage),
                        purpose -> {}),
                Path.of(folder));
    }

    @Override
    public void close() {
        mapping.ifPresent(Mapping::close);
        source.close();
    }
}
