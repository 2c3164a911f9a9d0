package ormlab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ormlab.Database;
import ormlab.config.Environment;
import ormlab.error.OrmlabException;
import ormlab.migrate.Migrations;
import ormlab.migrate.history.MigrationFolder;
import ormlab.naming.Naming;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The database, the classes and the folder: from options, the environment, or the defaults. */
final class Project {
    @Option(
            names = "--url",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "The database URL; by default DATABASE_URL, then sqlite:///data.sqlite.")
    private @Nullable String url;

    @Option(
            names = "--classes",
            scope = ScopeType.INHERIT,
            paramLabel = "PLACE",
            split = ",",
            converter = PlaceConverter.class,
            description =
                    "Folders or jars with compiled models; by default ORMLAB_CLASSES, then"
                            + " target/classes.")
    private List<Path> classes = new ArrayList<>();

    @Option(
            names = "--models",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            split = ",",
            description =
                    "Classes or packages to use; by default ORMLAB_MODELS, then all that are"
                            + " found.")
    private List<String> models = new ArrayList<>();

    @Option(
            names = "--naming",
            scope = ScopeType.INHERIT,
            paramLabel = "RULES",
            description =
                    "How tables and columns are named: snake-case, spring, jakarta, or two classes"
                            + " with a comma; by default ORMLAB_NAMING, then snake-case.")
    private @Nullable String naming;

    @Option(
            names = "--directory",
            scope = ScopeType.INHERIT,
            paramLabel = "FOLDER",
            converter = PlaceConverter.class,
            description = "The folder of the migrations; by default migrations.")
    private Path directory = Path.of(Database.MIGRATIONS);

    @Option(
            names = "--ignore",
            scope = ScopeType.INHERIT,
            paramLabel = "PATTERN",
            split = ",",
            description = "Tables to ignore: legacy_*.")
    private List<String> ignored = new ArrayList<>();

    Project() {}

    /** Returns the folder of the migrations; opens no database. */
    MigrationFolder folder() {
        return new MigrationFolder(directory);
    }

    /** Runs work on the migrations without models, enough for work that only needs their files. */
    <R> R withFiles(Function<Migrations, R> work) {
        ModelClasses found = modelClasses();
        var inJava = found.migrations();
        if (inJava.length > 0) {
            return with(found, work); // Java migrations may use entities
        }
        try (Database db = open()) {
            return work.apply(set(db.migrations(directory.toString())));
        }
    }

    /** Runs work on the migrations with the models. */
    <R> R withModels(Function<Migrations, R> work) {
        return with(modelClasses(), work);
    }

    private <R> R with(ModelClasses found, Function<Migrations, R> work) {
        try (ComparedDatabase db = ComparedDatabase.open(address(), rules(), found.models())) {
            return work.apply(set(db.migrations(directory.toString())).with(found.migrations()));
        }
    }

    /** Runs work on the open database and its models. */
    <R> R withDatabase(BiFunction<Database, Class<?>[], R> work) {
        ModelClasses found = modelClasses();
        Class<?>[] types = found.models();
        if (types.length == 0) {
            throw new OrmlabException(
                    ("No models were found%s. Compile them first, or name the folder or jar that"
                                    + " holds them with --classes.")
                            .formatted(found.where()));
        }
        try (Database db = open()) {
            return work.apply(db.naming(rules()).models(types), types);
        }
    }

    /** Returns the folders and jars with the models, for another program's class path. */
    List<Path> places() {
        return modelClasses().places();
    }

    /** Returns the URL from the options; empty when the environment names it. */
    Optional<String> url() {
        return Optional.ofNullable(url);
    }

    /** Returns the naming from the options or the environment; empty for the default. */
    Optional<String> naming() {
        return Optional.ofNullable(naming).or(() -> Environment.ofProcess().get("ORMLAB_NAMING"));
    }

    private Naming rules() {
        return naming().map(Naming::parse).orElseGet(Naming::snakeCase);
    }

    private Migrations set(Migrations migrations) {
        return migrations.ignoring(ignored.toArray(String[]::new));
    }

    private Database open() {
        return Database.open(address());
    }

    private String address() {
        return url == null ? Database.defaultUrl() : url;
    }

    private ModelClasses modelClasses() {
        Environment environment = Environment.ofProcess();
        List<Path> places = classes;
        if (places.isEmpty()) {
            places =
                    environment
                            .get("ORMLAB_CLASSES")
                            .map(text -> split(text).stream().map(Path::of).toList())
                            .orElseGet(() -> ModelClasses.defaultFolder().stream().toList());
        }
        List<String> names =
                models.isEmpty()
                        ? environment.get("ORMLAB_MODELS").map(Project::split).orElse(List.of())
                        : models;
        return new ModelClasses(places, names);
    }

    private static List<String> split(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).toList();
    }
}
