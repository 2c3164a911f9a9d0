package ormlab.grade;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Remembers, for each exercise, the last verdict and the hints shown: a small file each, outside of
 * what a clean build deletes and outside of version control.
 */
final class Progress {
    private final Path folder;

    Progress(Path folder) {
        this.folder = folder;
    }

    String get(String id, String key) {
        return read(id).getOrDefault(key, "");
    }

    int number(String id, String key) {
        String text = get(id, key);
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    void put(String id, String key, String value) {
        putAll(id, Map.of(key, value));
    }

    /** Writes only what changed: an unchanged file keeps its date. */
    synchronized void putAll(String id, Map<String, String> values) {
        Map<String, String> all = read(id);
        Map<String, String> before = Map.copyOf(all);
        all.putAll(values);
        if (!all.equals(before)) {
            Sources.write(
                    file(id),
                    all.entrySet().stream()
                            .map(entry -> entry.getKey() + " = " + entry.getValue() + "\n")
                            .collect(Collectors.joining()));
        }
    }

    private Map<String, String> read(String id) {
        Map<String, String> values = new TreeMap<>();
        if (Files.isRegularFile(file(id))) {
            Properties kept = new Properties();
            try {
                kept.load(new StringReader(Folder.text(file(id))));
            } catch (IOException | IllegalArgumentException damaged) {
                return values; // progress is a convenience: a damaged file must not stop the
                // grading
            }
            kept.forEach((key, value) -> values.put(key.toString(), value.toString()));
        }
        return values;
    }

    private Path file(String id) {
        return folder.resolve(id + ".properties");
    }
}
