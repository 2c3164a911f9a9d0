package ormlab.grade;

import java.io.IOException;
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
 * Compiles graders and caches the result: a reader who edits a method's body and grades again does
 * not need another grader.
 *
 * <p>A compiled grader depends on its source and on what it can see of the answer: names, types and
 * constants, but not the code. Safe for use by several threads.
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
     * Compiles an exercise's grader for an answer, unless it is cached.
     *
     * @param answer the compiled answer
     */
    static Compilation of(Exercise exercise, Map<String, byte[]> answer) {
        Path grader = exercise.graderFile();
        List<Path> folders = exercise.graderSources();
        String key = grader + "\n" + state(folders) + "\n" + seen(answer);
        synchronized (COMPILED) {
            Compilation known = COMPILED.get(key);
            if (known != null) {
                return known;
            }
        }
        Compilation compiled =
                Compilation.of(
                        Map.of(exercise.graderPath(), TextFiles.text(grader)), folders, answer);
        synchronized (COMPILED) {
            COMPILED.put(key, compiled);
        }
        return compiled;
    }

    /** A grader may use other classes in its folders, so this covers all of them. */
    private static String state(List<Path> folders) {
        StringBuilder state = new StringBuilder();
        for (Path folder : folders.stream().filter(Files::isDirectory).toList()) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path path : files.filter(Files::isRegularFile).sorted().toList()) {
                    BasicFileAttributes about =
                            Files.readAttributes(path, BasicFileAttributes.class);
                    state.append(path).append(about.lastModifiedTime()).append(about.size());
                }
            } catch (IOException e) {
                throw TextFiles.unreadable(folder, e);
            }
        }
        return AnswerFiles.fingerprint(state.toString());
    }

    private static String seen(Map<String, byte[]> answer) {
        StringBuilder seen = new StringBuilder();
        new TreeMap<>(answer)
                .forEach(
                        (name, compiled) ->
                                seen.append(name)
                                        .append(AnswerFiles.fingerprint(withoutCode(compiled))));
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

    /** Keeps only what other classes can refer to. */
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
