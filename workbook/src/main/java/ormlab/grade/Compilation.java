package ormlab.grade;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import ormlab.error.OrmlabException;

/**
 * Compiles sources in memory.
 *
 * @param classes the bytes of each class by its name; empty if there are errors
 * @param errors the compiler's errors
 */
record Compilation(Map<String, byte[]> classes, List<CompileError> errors) {
    /** Keeps jars open between runs, because opening them takes most of the compiler's time. */
    private static final Deque<StandardJavaFileManager> IDLE = new ConcurrentLinkedDeque<>();

    private static final long STACK_BYTES = 16L << 20;

    private static final List<String> OPTIONS =
            List.of("-proc:none", "-g", "-parameters", "-nowarn", "-Xlint:none", "-implicit:class");

    /**
     * Compiles sources.
     *
     * @param sources the path of each file, relative to a source folder, and its text
     * @param elsewhere folders with more sources, compiled if the first ones use them
     * @param known already compiled classes by name, which the sources may use
     */
    static Compilation of(
            Map<String, String> sources, List<Path> elsewhere, Map<String, byte[]> known) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new OrmlabException(
                    "This Java at "
                            + System.getProperty("java.home")
                            + " has no compiler. Grading needs a JDK: install one and start again"
                            + " with it.");
        }
        return uninterrupted(
                () -> {
                    StandardJavaFileManager idle = IDLE.poll();
                    StandardJavaFileManager jars = idle == null ? opened(compiler) : idle;
                    try {
                        return compile(compiler, jars, sources, elsewhere, known);
                    } finally {
                        IDLE.push(jars);
                    }
                });
    }

    /**
     * Compiles on a thread that cannot be interrupted, because an interrupt would close the open
     * jars and make every later compilation fail. The thread has a large stack, because javac
     * handles long expressions recursively.
     */
    private static Compilation uninterrupted(Supplier<Compilation> work) {
        try {
            return CompletableFuture.supplyAsync(
                            work, task -> new Thread(null, task, "compiler", STACK_BYTES).start())
                    .join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private static StandardJavaFileManager opened(JavaCompiler compiler) {
        StandardJavaFileManager jars =
                compiler.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);
        try {
            jars.setLocation(StandardLocation.CLASS_PATH, ClassPath.ofLibrary());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jars;
    }

    private static Compilation compile(
            JavaCompiler compiler,
            StandardJavaFileManager jars,
            Map<String, String> sources,
            List<Path> elsewhere,
            Map<String, byte[]> known) {
        DiagnosticCollector<JavaFileObject> heard = new DiagnosticCollector<>();
        Memory memory = new Memory(jars, known);
        List<Source> units =
                sources.entrySet().stream()
                        .map(source -> new Source(source.getKey(), source.getValue()))
                        .toList();
        try {
            List<File> folders = elsewhere.stream().map(Path::toFile).toList();
            // An empty source path keeps javac from searching the class path for sources.
            jars.setLocation(StandardLocation.SOURCE_PATH, folders);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StringWriter crash = new StringWriter();
        boolean compiled = compiler.getTask(crash, memory, heard, OPTIONS, null, units).call();
        List<CompileError> errors =
                heard.getDiagnostics().stream()
                        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                        .map(CompileError::of)
                        .toList();
        if (compiled || !errors.isEmpty()) {
            return new Compilation(compiled ? memory.classes() : Map.of(), errors);
        }
        // If its stack or its memory is used up, javac fails without reporting an error.
        boolean large = crash.toString().contains("OutOfMemoryError");
        return new Compilation(
                Map.of(), List.of(large ? CompileError.TOO_LARGE : CompileError.TOO_DEEP));
    }

    /** A source in memory. */
    private static final class Source extends SimpleJavaFileObject {
        private final String path;
        private final String text;

        Source(String path, String text) {
            super(URI.create("answer:/" + path), Kind.SOURCE);
            this.path = path;
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        @Override
        public String getName() {
            return path;
        }
    }

    /** A class that was compiled before. */
    private static final class Known extends SimpleJavaFileObject {
        private final String className;
        private final byte[] bytes;

        Known(String className, byte[] bytes) {
            super(URI.create("answer:/" + className.replace('.', '/') + ".class"), Kind.CLASS);
            this.className = className;
            this.bytes = bytes;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /** Stores the classes that the compiler writes, and provides the known ones. */
    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();
        private final List<Known> known = new ArrayList<>();

        Memory(JavaFileManager jars, Map<String, byte[]> known) {
            super(jars);
            known.forEach((name, bytes) -> this.known.add(new Known(name, bytes)));
        }

        @Override
        public Iterable<JavaFileObject> list(
                Location location,
                String packageName,
                Set<JavaFileObject.Kind> kinds,
                boolean recurse)
                throws IOException {
            Iterable<JavaFileObject> found = super.list(location, packageName, kinds, recurse);
            if (location != StandardLocation.CLASS_PATH
                    || !kinds.contains(JavaFileObject.Kind.CLASS)) {
                return found;
            }
            List<JavaFileObject> all = new ArrayList<>();
            known.stream()
                    .filter(one -> packageOf(one.className).equals(packageName))
                    .forEach(all::add);
            found.forEach(all::add);
            return all;
        }

        private static String packageOf(String className) {
            return className.substring(0, Math.max(0, className.lastIndexOf('.')));
        }

        @Override
        public String inferBinaryName(Location location, JavaFileObject file) {
            return file instanceof Known one
                    ? one.className
                    : super.inferBinaryName(location, file);
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new TreeMap<>();
            written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(
                    URI.create("answer:/" + className.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    written.put(className, bytes);
                    return bytes;
                }
            };
        }
    }
}
