package ormlab.grade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Compiles graders, and keeps what it compiled: a reader who edits the body of a method and grades
 * again needs no other grader.
 *
 * <p>What a grader is compiled to depends on its source and on what it sees of the answer: names,
 * types and constants, not the code. Safe for use by several threads.
 */
final class CompiledGraders {
    private static final int KEPT = 200;

    private static final Map<String, Compilation> COMPILED =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Compilation> eldest) {
                    return size() > KEPT;
                }
            };

    private CompiledGraders() {}

    /**
     * Compiles a grader for an answer, unless that was done before.
     *
     * @param folder the folder of the graders' sources
     * @param file the grader's file below it
     * @param answer the compiled answer
     */
    static Compilation of(Path folder, String file, Map<String, byte[]> answer) {
        String key = folder + "\n" + file + "\n" + state(folder) + "\n" + seen(answer);
        synchronized (COMPILED) {
            Compilation known = COMPILED.get(key);
            if (known != null) {
                return known;
            }
        }
        Compilation compiled =
                Compilation.of(
                        Map.of(file, Folder.text(folder.resolve(file))), List.of(folder), answer);
        synchronized (COMPILED) {
            COMPILED.put(key, compiled);
        }
        return compiled;
    }

    /** A grader may use others beside it, so all of them count. */
    private static String state(Path folder) {
        StringBuilder state = new StringBuilder();
        try (Stream<Path> files =
                Files.find(
                        folder,
                        Integer.MAX_VALUE,
                        (path, about) ->
                                about.isRegularFile() && path.toString().endsWith(".java"))) {
            for (Path path : files.sorted().toList()) {
                BasicFileAttributes about = Files.readAttributes(path, BasicFileAttributes.class);
                state.append(path).append(about.lastModifiedTime()).append(about.size());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read.", e);
        }
        return Sources.fingerprint(state.toString());
    }

    private static String seen(Map<String, byte[]> answer) {
        StringBuilder seen = new StringBuilder();
        new TreeMap<>(answer)
                .forEach(
                        (name, compiled) ->
                                seen.append(name)
                                        .append(Sources.fingerprint(withoutCode(compiled))));
        return seen.toString();
    }

    private static byte[] withoutCode(byte[] compiled) {
        ClassWriter visible = new ClassWriter(0);
        try {
            new ClassReader(compiled)
                    .accept(
                            new Visible(visible),
                            ClassReader.SKIP_CODE
                                    | ClassReader.SKIP_DEBUG
                                    | ClassReader.SKIP_FRAMES);
            return visible.toByteArray();
        } catch (IllegalArgumentException newerThanTheReader) {
            return compiled;
        }
    }

    /** Leaves out what no other class can name. */
    private static final class Visible extends ClassVisitor {
        private static final int UNSEEN = Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC;

        Visible(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public FieldVisitor visitField(
                int access, String name, String type, String signature, Object value) {
            return (access & UNSEEN) == 0
                    ? super.visitField(access, name, type, signature, value)
                    : null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String type, String signature, String[] throwing) {
            return (access & UNSEEN) == 0
                    ? super.visitMethod(access, name, type, signature, throwing)
                    : null;
        }
    }
}
