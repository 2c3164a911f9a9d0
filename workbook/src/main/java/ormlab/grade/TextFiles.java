package ormlab.grade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads folders and text files. */
final class TextFiles {
    private TextFiles() {}

    /** Reads the text files of a folder. */
    static Map<String, String> read(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : list(folder)) {
            String name = file.getFileName().toString();
            if (Files.isRegularFile(file) && !name.startsWith(".")) {
                texts.put(name, text(file));
            }
        }
        return texts;
    }

    /** Lists a folder, sorted by name; a missing one counts as empty. */
    static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /**
     * Reads a file as UTF-8 with line feeds; an invalid byte becomes a replacement character, which
     * the compiler then reports.
     */
    static String text(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n");
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static UncheckedIOException unreadable(Path path, IOException cause) {
        return new UncheckedIOException(path + " cannot be read.", cause);
    }
}
