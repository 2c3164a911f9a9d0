package ormlab.migrate.internal.engine;

import java.util.List;
import java.util.ServiceLoader;
import ormlab.dialect.Engine;

/** The implementations on the class path. */
final class MigrationEngines {
    /** A notebook loads the library in a class loader of its own, not the thread's. */
    private static final List<MigrationEngine> ALL =
            ServiceLoader.load(MigrationEngine.class, MigrationEngine.class.getClassLoader())
                    .stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private MigrationEngines() {}

    static MigrationEngine of(Engine engine) {
        return ALL.stream()
                .filter(each -> each.engine().equals(engine))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "Migrations do not support " + engine.name() + '.'));
    }
}
