package ormlab.grade;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import ormlab.error.OrmlabException;

/**
 * The reader's files, which version control ignores.
 *
 * <p>A missing file is created from its stub. An edited file is never overwritten; an untouched one
 * is updated when the workbook's stub changes.
 */
final class AnswerFiles {
    private final Path folder;
    private final Progress progress;

    AnswerFiles(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    Path file(Exercise exercise, String name) {
        return folder.resolve(exercise.chapter()).resolve(name);
    }

    /** Returns whether no file was ever written. */
    boolean isNew() {
        return !Files.isDirectory(folder);
    }

    Answer answer(Exercise exercise) {
        return Answer.inSources(exercise, folder);
    }

    void layOut(Exercise exercise) {
        exercise.stub()
                .forEach(
                        (name, stub) -> {
                            Path file = file(exercise, name);
                            boolean missing = !Files.exists(file);
                            if (missing || isUntouchedOldStub(exercise, name, file, stub)) {
                                write(file, stub);
                                progress.put(exercise.id(), "stub." + name, fingerprint(stub));
                            }
                        });
    }

    private boolean isUntouchedOldStub(Exercise exercise, String name, Path file, String stub) {
        String laidOut = progress.get(exercise.id(), "stub." + name);
        return !laidOut.isEmpty()
                && !laidOut.equals(fingerprint(stub))
                && laidOut.equals(fingerprint(TextFiles.text(file)));
    }

    /** Restores the stub; returns the folder with copies of the previous files. */
    Path reset(Exercise exercise, Path backups) {
        Path backup = free(backups.resolve(exercise.id()));
        for (Map.Entry<String, String> stub : exercise.stub().entrySet()) {
            Path file = file(exercise, stub.getKey());
            if (Files.exists(file)) {
                write(backup.resolve(stub.getKey()), TextFiles.text(file));
            }
            write(file, stub.getValue());
            progress.put(exercise.id(), "stub." + stub.getKey(), fingerprint(stub.getValue()));
        }
        return backup;
    }

    private static Path free(Path folder) {
        int number = 1;
        while (Files.exists(folder.resolve(String.valueOf(number)))) {
            number++;
        }
        return folder.resolve(String.valueOf(number));
    }

    /** Writes an answer from a cell, unless the file has since been edited elsewhere. */
    void write(Exercise exercise, String source) {
        if (isEditedElsewhere(exercise, source)) {
            throw new OrmlabException(
                    ("The file %s was edited since this cell last wrote it and is left as it is. To"
                                    + " overwrite it, write %%%%answer %s over; a copy of it is"
                                    + " kept.")
                            .formatted(exercise.shownFile(), exercise.id()));
        }
        write(mainFile(exercise), source);
        progress.put(exercise.id(), "cell", fingerprint(source));
    }

    /**
     * Returns whether the file contains edits that came neither from the workbook nor from a cell.
     */
    boolean isEditedElsewhere(Exercise exercise, String source) {
        Path file = mainFile(exercise);
        String there = TextFiles.text(file);
        boolean ours = fingerprint(there).equals(progress.get(exercise.id(), "cell"));
        boolean stub = there.equals(exercise.stub().get(file.getFileName().toString()));
        return !ours && !stub && !there.equals(source);
    }

    private Path mainFile(Exercise exercise) {
        String name = exercise.fileName();
        return file(exercise, name.substring(name.lastIndexOf('/') + 1));
    }

    static String fingerprint(String text) {
        return fingerprint(text.getBytes(StandardCharsets.UTF_8));
    }

    static String fingerprint(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a temporary file and renames it, so that no reader sees half a file. */
    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Path beside = Files.createTempFile(file.getParent(), ".", ".new");
            Files.writeString(beside, text);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new OrmlabException(
                    "The file %s cannot be written (%s). Is the folder read-only, or the disk full?"
                            .formatted(file, e.getClass().getSimpleName()),
                    e);
        }
    }
}
