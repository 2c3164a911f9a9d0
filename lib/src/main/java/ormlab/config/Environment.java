package ormlab.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ormlab.error.OrmlabException;

/**
 * Looks up settings, first among the environment variables, then in a file {@code .env} in the
 * working directory.
 *
 * <p>The file is for people who forget to set a variable, and for secrets that stay out of version
 * control. It has lines {@code NAME=value}; a line that begins with {@code #} is a comment; a value
 * may be in quotes.
 */
public final class Environment {
    private final Map<String, String> variables;
    private final Path dotEnv;

    private Environment(Map<String, String> variables, Path dotEnv) {
        this.variables = Map.copyOf(variables);
        this.dotEnv = dotEnv;
    }

    /** Returns the environment of this process, and {@code .env} of the working directory. */
    public static Environment ofProcess() {
        return of(System.getenv(), Path.of(""));
    }

    /**
     * Returns an environment with these variables, and the {@code .env} of this folder.
     *
     * @param variables names and values
     * @param folder where to look for {@code .env}
     */
    public static Environment of(Map<String, String> variables, Path folder) {
        return new Environment(variables, folder.resolve(".env"));
    }

    /**
     * Looks up a setting.
     *
     * @return its value; empty if it is blank or not set
     * @throws OrmlabException if {@code .env} exists but cannot be read, or has a line without
     *     {@code =}
     */
    public Optional<String> get(String name) {
        return present(variables.get(name)).or(() -> present(readDotEnv().get(name)));
    }

    private static Optional<String> present(String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    private Map<String, String> readDotEnv() {
        if (!Files.isRegularFile(dotEnv)) {
            return Map.of();
        }
        Map<String, String> values = new LinkedHashMap<>();
        try {
            List<String> lines = Files.readAllLines(dotEnv);
            for (int i = 0; i < lines.size(); i++) {
                readLine(lines.get(i).strip(), i + 1, values);
            }
        } catch (IOException unreadable) {
            throw new OrmlabException(
                    "The file " + dotEnv + " cannot be read: " + unreadable.getMessage(),
                    unreadable);
        }
        return values;
    }

    private void readLine(String line, int number, Map<String, String> values) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        int equals = line.indexOf('=');
        if (equals < 1) {
            // The message does not repeat the line, which may contain a secret.
            throw new OrmlabException(
                    "Line "
                            + number
                            + " of "
                            + dotEnv
                            + " is not of the form NAME=value. Fix it, or begin it with #.");
        }
        String name = line.substring(0, equals).strip().replaceFirst("^export\\s+", "");
        String value = line.substring(equals + 1).strip();
        boolean quoted = value.length() > 1 && value.matches("(?s)([\"']).*\\1");
        values.put(name, quoted ? value.substring(1, value.length() - 1) : value);
    }
}
