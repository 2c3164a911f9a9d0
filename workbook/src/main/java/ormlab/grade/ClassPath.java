package ormlab.grade;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the jars against which an answer is compiled.
 *
 * <p>In a notebook the library is not on the path of the JVM but on that of the kernel's own
 * loader, so it is asked where its classes came from. The library's jar names its dependencies in
 * its manifest, and javac follows that.
 */
final class ClassPath {
    /** One class out of each jar that an answer or a grader names. */
    private static final List<String> NAMED =
            List.of(
                    "ormlab.Database",
                    "jakarta.persistence.Entity",
                    "org.hibernate.Session",
                    "org.flywaydb.core.api.MigrationVersion",
                    "picocli.CommandLine",
                    "org.junit.jupiter.api.Test",
                    "org.junit.platform.commons.annotation.Testable",
                    "org.opentest4j.AssertionFailedError",
                    "org.apiguardian.api.API");

    private ClassPath() {}

    static List<File> ofLibrary() {
        Set<File> entries = new LinkedHashSet<>();
        ClassLoader loader = ClassPath.class.getClassLoader();
        originOf(ClassPath.class).ifPresent(entries::add);
        for (String name : NAMED) {
            try {
                originOf(Class.forName(name, false, loader)).ifPresent(entries::add);
            } catch (ClassNotFoundException | LinkageError absent) {
                // Then no answer can use it either; javac will say so with the line that tries.
            }
        }
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
            if (!entry.isEmpty()) {
                entries.add(new File(entry));
            }
        }
        return List.copyOf(entries);
    }

    private static Optional<File> originOf(Class<?> type) {
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
