package ormlab.grade.rules;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import com.github.difflib.patch.PatchFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A known mistake of the catalogue: the message that it must get, and a unified diff that turns the
 * solution into it. Hunks apply with all of their context, but may have moved up or down.
 *
 * @param file where the diff is
 * @param message what comes before the diff
 * @param changed the sections of the diff, one a file
 */
public record MistakeDiff(Path file, String message, List<Section> changed) {
    private static final String BEFORE = "--- ";
    private static final String AFTER = "+++ ";
    private static final String NO_FILE = "/dev/null";

    /** What a diff does to one file: its name before and after, and the lines below. */
    record Section(String before, String after, List<String> lines) {}

    /** Reads a file of the folder {@code mistakes}. */
    public static MistakeDiff read(Path file) {
        List<String> message = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        List<String> current = message;
        List<String> lines = text(file).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(BEFORE)
                    && i + 1 < lines.size()
                    && lines.get(i + 1).startsWith(AFTER)) {
                current = new ArrayList<>();
                sections.add(new Section(name(line), name(lines.get(i + 1)), current));
            }
            current.add(line);
        }
        return new MistakeDiff(file, String.join("\n", message).strip(), sections);
    }

    /** A path such as {@code b/Artist.java}, which git writes, means the file of that name. */
    private static String name(String header) {
        String path = header.substring(BEFORE.length()).strip();
        return path.equals(NO_FILE) ? path : path.substring(path.lastIndexOf('/') + 1);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n").stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the exercise and of the mistake, as in {@code 05.1-artist/mistakes/no-limit}. */
    public String name() {
        String mistake = file.getFileName().toString().replaceFirst("\\.diff$", "");
        return file.getParent().getParent().getFileName() + "/mistakes/" + mistake;
    }

    /**
     * Puts the mistake into a solution.
     *
     * @throws IllegalStateException when the diff does not apply, with the hunk
     */
    public Map<String, String> appliedTo(Map<String, String> solution) {
        if (changed.isEmpty()) {
            throw new IllegalStateException(name() + " has no diff.");
        }
        Map<String, String> files = new TreeMap<>(solution);
        for (Section section : changed) {
            String text = section.before.equals(NO_FILE) ? "" : files.remove(section.before);
            if (text == null) {
                throw new IllegalStateException(
                        name() + " changes a file that the solution lacks: " + section.before);
            }
            List<String> lines = applied(section, text.lines().toList());
            if (!section.after.equals(NO_FILE)) {
                files.put(section.after, String.join("\n", lines) + "\n");
            }
        }
        return files;
    }

    /** Applies the last hunk first, so that the line numbers of the others stay right. */
    private List<String> applied(Section section, List<String> solution) {
        List<AbstractDelta<String>> hunks =
                UnifiedDiffUtils.parseUnifiedDiff(section.lines).getDeltas();
        if (hunks.isEmpty()) {
            throw new IllegalStateException(name() + " has no hunk for " + section.before + ".");
        }
        List<String> lines = solution;
        for (int i = hunks.size() - 1; i >= 0; i--) {
            Patch<String> hunk = new Patch<>();
            hunk.addDelta(hunks.get(i));
            try {
                lines = hunk.applyFuzzy(lines, 0);
            } catch (PatchFailedException failed) {
                Chunk<String> expected = hunks.get(i).getSource();
                throw new IllegalStateException(
                        String.format(
                                "%s no longer applies to the solution: hunk %d of %d in %s expects,"
                                        + " near line %d:\n%s",
                                name(),
                                i + 1,
                                hunks.size(),
                                section.before,
                                expected.getPosition() + 1,
                                String.join("\n", expected.getLines())),
                        failed);
            }
        }
        return lines;
    }
}
