package ormlab.cli;

import jakarta.persistence.Entity;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ormlab.Database;
import ormlab.error.OrmlabException;

/**
 * What a shell starts with.
 *
 * @param text imports and declarations in Java
 * @param greeting the first text that the user sees
 */
record ShellScript(String text, String greeting) {
    private static final List<String> IMPORTS =
            List.of(
                    "ormlab.*",
                    "ormlab.query.*",
                    "ormlab.relationship.*",
                    "ormlab.session.*",
                    "static ormlab.cli.ShellMethods.*",
                    "static ormlab.query.Filters.*");

    static ShellScript of(Project project, Database db, Class<?>... models) {
        List<Class<?>> named = Arrays.stream(models).filter(ShellScript::hasName).toList();
        if (named.isEmpty()) {
            throw new OrmlabException(
                    "No model can be named in a shell: give them a package, and make them public.");
        }
        String classes =
                Arrays.stream(models)
                        .map(type -> ", \"" + type.getName() + "\"")
                        .collect(Collectors.joining());
        StringBuilder text = new StringBuilder();
        IMPORTS.forEach(name -> text.append("import ").append(name).append(";\n"));
        named.forEach(type -> text.append("import ").append(type.getCanonicalName()).append(";\n"));
        text.append("Database db = ormlab.cli.ShellDatabase.open(")
                .append(quoted(project.url()))
                .append(", ")
                .append(quoted(project.naming()))
                .append(classes)
                .append(");\nDbSession session = db.session();\n");
        return new ShellScript(text.toString(), greeting(db, named));
    }

    /** A class in the unnamed package cannot be imported, and a hidden class cannot be named. */
    private static boolean hasName(Class<?> type) {
        return type.getCanonicalName() != null
                && !type.getPackageName().isEmpty()
                && Modifier.isPublic(type.getModifiers())
                && type.isAnnotationPresent(Entity.class);
    }

    private static String greeting(Database db, List<Class<?>> models) {
        String names =
                models.stream()
                        .map(Class::getSimpleName)
                        .sorted()
                        .collect(Collectors.joining(", "));
        return "db is "
                + db
                + ", session its session; models: "
                + names
                + missingTables(db, models)
                + "\nTry db.query("
                + models.get(0).getSimpleName()
                + ".class).all(); Ctrl-D or /exit ends.";
    }

    private static String missingTables(Database db, List<Class<?>> models) {
        try {
            models.forEach(type -> db.query(type).exists());
            return "";
        } catch (RuntimeException refused) {
            return "\nNote: " + String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
        }
    }

    private static String quoted(Optional<String> text) {
        return text.map(value -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .orElse("null");
    }
}
