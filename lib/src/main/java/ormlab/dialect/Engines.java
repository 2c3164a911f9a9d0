package ormlab.dialect;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The engines on the class path. */
final class Engines {
    /** A notebook loads the library in a class loader of its own, not the thread's. */
    static final List<Engine> ALL =
            ServiceLoader.load(Engine.class, Engine.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private Engines() {}

    static Optional<Engine> find(String jdbcUrl) {
        return ALL.stream().filter(engine -> engine.serves(jdbcUrl)).findFirst();
    }

    static Engine of(String jdbcUrl) {
        return find(jdbcUrl)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "No supported database has the URL "
                                                + DatabaseAddress.withoutPassword(jdbcUrl)
                                                + ". Supported are: "
                                                + names()));
    }

    private static String names() {
        return ALL.stream().map(Engine::name).collect(Collectors.joining(", "));
    }
}
