package ormlab.grade;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the jars against which an answer is compiled.
 *
 * <p>In a notebook, the library is not on the JVM's class path but on that of the kernel's own
 * loader, so this asks where its classes came from. The manifest of the library's jar lists its
 * dependencies, which javac follows.
 */
final class ClassPath {
    /** One class from each jar that an answer or a grader uses. */
    private static final List<String> NAMED =
            List.of(
                    "ormlab.Database",
                    "jakarta.persistence.Entity",
                    "org.hibernate.Session",
                    "org.flywaydb.core.api.MigrationVersion",
                    "picocli.CommandLine",
                    "org.junit.jupiter.api.Test",
                    "org.junit.jupiter.engine.JupiterTestEngine",
                    "org.junit.platform.commons.annotation.Testable",
                    "org.junit.platform.engine.DiscoverySelector",
                    "org.junit.platform.launcher.Launcher",
                    "org.opentest4j.AssertionFailedError",
                    "org.apiguardian.api.API");

    private ClassPath() {}

    static List<File> ofLibrary() {
        Set<File> entries = new LinkedHashSet<>();
        originOf(ClassPath.class).ifPresent(entries::add);
        named().forEach(entries::add);
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
            if (!entry.isEmpty()) {
                entries.add(new File(entry));
            }
        }
        return List.copyOf(entries);
    }

    /**
     * Returns the locations of the classes that answers and graders use. A missing one is left out,
     * because no answer can use it either, and javac reports the line that tries.
     */
    static Stream<File> named() {
        return NAMED.stream()
                .map(ClassPath::load)
                .flatMap(type -> type.flatMap(ClassPath::originOf).stream());
    }

    private static Optional<Class<?>> load(String name) {
        try {
            return Optional.of(Class.forName(name, false, ClassPath.class.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError absent) {
            return Optional.empty();
        }
    }

    static Optional<File> originOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(source.getLocation().toURI()).toFile());
        } catch (URISyntaxException | RuntimeException notAFile) {
            return Optional.empty();
        }
    }
}
