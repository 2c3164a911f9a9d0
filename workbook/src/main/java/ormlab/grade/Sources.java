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
 * Is the reader's side of the exercises: the files that are edited, kept out of version control.
 *
 * <p>They are laid out from the stubs when they are missing. What somebody changed is never written
 * over; what nobody touched follows the workbook when a stub is mended.
 */
final class Sources {
    private final Path folder;
    private final Progress progress;

    Sources(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    Path file(Exercise exercise, String name) {
        return folder.resolve(exercise.chapter()).resolve(name);
    }

    /** Tells whether nothing was ever laid out here. */
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
                && laidOut.equals(fingerprint(Folder.text(file)));
    }

    /** Puts the stub back and keeps what was there; gives the folder with the kept files. */
    Path reset(Exercise exercise, Path backups) {
        Path backup = free(backups.resolve(exercise.id()));
        for (Map.Entry<String, String> stub : exercise.stub().entrySet()) {
            Path file = file(exercise, stub.getKey());
            if (Files.exists(file)) {
                write(backup.resolve(stub.getKey()), Folder.text(file));
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

    /**
     * Writes an answer that stands in a cell; a file that was edited elsewhere since is left alone.
     */
    void write(Exercise exercise, String source) {
        if (isEditedElsewhere(exercise, source)) {
            throw new OrmlabException(
                    "The file "
                            + shown(exercise)
                            + " was edited since this cell last wrote it and is left as it is. To"
                            + " write over it all the same, say %%answer "
                            + exercise.id()
                            + " over: a copy of what is there is kept.");
        }
        write(mainFile(exercise), source);
        progress.put(exercise.id(), "cell", fingerprint(source));
    }

    /** Tells whether the file holds something that neither the workbook nor a cell wrote. */
    boolean isEditedElsewhere(Exercise exercise, String source) {
        Path file = mainFile(exercise);
        String there = Folder.text(file);
        boolean ours = fingerprint(there).equals(progress.get(exercise.id(), "cell"));
        boolean stub = there.equals(exercise.stub().get(file.getFileName().toString()));
        return !ours && !stub && !there.equals(source);
    }

    private Path mainFile(Exercise exercise) {
        String name = exercise.fileName();
        return file(exercise, name.substring(name.lastIndexOf('/') + 1));
    }

    static String shown(Exercise exercise) {
        return "exercises/src/main/java/" + exercise.fileName();
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

    /** Writes beside and moves, so that nobody ever reads half a file. */
    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Path beside = Files.createTempFile(file.getParent(), ".", ".new");
            Files.writeString(beside, text);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new OrmlabException(
                    "The file "
                            + file
                            + " cannot be written ("
                            + e.getClass().getSimpleName()
                            + "). Is the folder read-only, or the disk full?",
                    e);
        }
    }
}
