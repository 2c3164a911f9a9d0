package ormlab.cli;

import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.migration.JavaMigration;
import ormlab.error.OrmlabException;
import ormlab.mapping.LoaderWithoutServices;

/** Finds the models, and the migrations in Java, among compiled classes. */
final class ModelClasses {
    private static final List<Class<? extends Annotation>> ANNOTATIONS =
            List.of(Entity.class, Embeddable.class, MappedSuperclass.class, Converter.class);

    private final List<Path> places;
    private final List<String> names;
    private final URLClassLoader loader;

    /**
     * Searches folders and jars.
     *
     * @param names classes and packages to include; empty includes all
     */
    ModelClasses(List<Path> places, List<String> names) {
        for (Path place : places) {
            if (!Files.exists(place)) {
                throw new OrmlabException(
                        ("There are no classes in '%s', because it does not exist. Compile first, or"
                                        + " name another folder or jar with --classes.")
                                .formatted(place));
            }
        }
        this.places = places;
        this.names = names;
        URL[] urls = places.stream().map(ModelClasses::url).toArray(URL[]::new);
        ClassLoader parent = ModelClasses.class.getClassLoader();
        this.loader =
                places.stream().allMatch(ModelClasses::hasNoServices)
                        ? new ModelLoader(urls, parent)
                        : new URLClassLoader(urls, parent);
    }

    private static final class ModelLoader extends URLClassLoader implements LoaderWithoutServices {
        ModelLoader(URL[] urls, ClassLoader parent) {
            super(urls, parent);
        }
    }

    /**
     * Returns whether a folder has no service files. A jar may have some, because we do not look
     * inside.
     */
    private static boolean hasNoServices(Path place) {
        return Files.isDirectory(place) && !Files.exists(place.resolve("META-INF/services"));
    }

    private static URL url(Path place) {
        try {
            return place.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new OrmlabException("'" + place + "' cannot hold classes.", impossible);
        }
    }

    Class<?>[] models() {
        List<Class<?>> models = new ArrayList<>();
        for (Found found : found()) {
            if (isWanted(found.name()) && mayBeModel(found.content())) {
                Class<?> type = load(found.name());
                if (ANNOTATIONS.stream().anyMatch(type::isAnnotationPresent)) {
                    models.add(type);
                }
            }
        }
        for (String name : names) {
            if (models.stream().noneMatch(model -> isUnder(model.getName(), name))) {
                models.add(load(name)); // may be on this program's own class path
            }
        }
        return models.toArray(Class<?>[]::new);
    }

    List<Path> places() {
        return places;
    }

    /** Returns " in 'target/classes'", or why there is no folder to search. */
    String where() {
        return places.isEmpty()
                ? ", because there is no folder target/classes here"
                : " in '%s'"
                        .formatted(
                                places.stream()
                                        .map(Path::toString)
                                        .collect(Collectors.joining("', '")));
    }

    private boolean isWanted(String className) {
        return names.isEmpty() || names.stream().anyMatch(name -> isUnder(className, name));
    }

    private static boolean isUnder(String className, String name) {
        return className.equals(name) || className.startsWith(name + ".");
    }

    /**
     * Loads only classes that mention a model's annotation, because loading all of them is slow.
     */
    private static boolean mayBeModel(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1).contains("Ljakarta/persistence/");
    }

    JavaMigration[] migrations() {
        return found().stream()
                .filter(found -> found.name().matches(".*[.$]V\\d[\\w]*__\\w+|V\\d\\w*__\\w+"))
                .map(found -> load(found.name()))
                .filter(JavaMigration.class::isAssignableFrom)
                .map(ModelClasses::instance)
                .toArray(JavaMigration[]::new);
    }

    private static JavaMigration instance(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (JavaMigration) constructor.newInstance();
        } catch (ReflectiveOperationException failed) {
            throw new OrmlabException(
                    "Migration '%s' cannot be instantiated: add a constructor without parameters."
                            .formatted(type.getName()),
                    failed);
        }
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError failed) {
            throw new OrmlabException(
                    ("Class '%s' cannot be loaded: %s. Name the folder or jar that holds it, and"
                                    + " what it needs, with --classes.")
                            .formatted(name, failed.getMessage()),
                    failed);
        }
    }

    private record Found(String name, byte[] content) {}

    private List<Found> found() {
        List<Found> found = new ArrayList<>();
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                found.addAll(under(place));
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(place)) {
                    found.addAll(under(jar.getPath("/")));
                } catch (IOException failed) {
                    throw unreadable(place, failed);
                }
            }
        }
        return found;
    }

    private static List<Found> under(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            List<Found> found = new ArrayList<>();
            for (Path file : all.filter(each -> each.toString().endsWith(".class")).toList()) {
                String name =
                        root.relativize(file)
                                .toString()
                                .replaceFirst("\\.class$", "")
                                .replace('\\', '/')
                                .replace('/', '.');
                if (!name.startsWith("META-INF.")) {
                    found.add(new Found(name, Files.readAllBytes(file)));
                }
            }
            return found;
        } catch (IOException failed) {
            throw unreadable(root, failed);
        }
    }

    private static OrmlabException unreadable(Path place, IOException failed) {
        return new OrmlabException(
                "'" + place + "' cannot be read: " + failed.getMessage() + ".", failed);
    }

    /** Returns the folder that Maven compiles into, if there is one. */
    static Optional<Path> defaultFolder() {
        return Optional.of(Path.of("target", "classes")).filter(Files::isDirectory);
    }
}
