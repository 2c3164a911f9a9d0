package ormlab.grade;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ormlab.mapping.LoaderWithoutServices;
import ormlab.trace.Trace;

/**
 * Loads the classes of one answer and its grader; everything else comes from the library's loader.
 */
final class AnswerLoader extends ClassLoader implements LoaderWithoutServices {
    static {
        registerAsParallelCapable();
    }

    /**
     * What no library may load for an answer, as Hibernate would for {@code select new …} in a
     * query: the name of the class only exists at run time.
     */
    private static final Pattern REFUSED =
            Pattern.compile(
                    "java\\.(awt|beans|rmi|lang\\.(instrument|management)|util\\.(jar|prefs|zip))\\..*"
                            + "|java\\.lang\\.Process\\w*|java\\.net\\.URLClassLoader"
                            + "|java\\.io\\.ObjectInputStream|javax\\.(?!sql|crypto|transaction).*");

    /**
     * What receives the traces of tasks that pass.
     *
     * @param detailed whether they have call sites and plans; otherwise they are cut where an
     *     endless loop would fill the memory
     */
    record Tracing(Consumer<Trace> traces, boolean detailed) {}

    private final Map<String, byte[]> classes;
    private final Map<String, String> texts;
    private final Supplier<String> databases;
    private final @Nullable Tracing tracing;
    private volatile boolean over;

    /**
     * Creates a loader.
     *
     * @param classes the compiled classes by name
     * @param texts other files by path, available as resources
     * @param databases returns URLs of empty databases
     * @param tracing receives the traces; null to trace none
     */
    AnswerLoader(
            Map<String, byte[]> classes,
            Map<String, String> texts,
            Supplier<String> databases,
            @Nullable Tracing tracing) {
        super("answer", AnswerLoader.class.getClassLoader());
        this.classes = classes;
        this.texts = texts;
        this.databases = databases;
        this.tracing = tracing;
    }

    /**
     * Makes each method and each loop of the answer end, in whichever thread: its classes have this
     * class loader.
     */
    void end() {
        over = true;
    }

    String freshDatabase() {
        return databases.get();
    }

    @Nullable Tracing tracing() {
        return tracing;
    }

    boolean isOver() {
        return over;
    }

    /**
     * Looks for the answer's classes first, because an editor may have put older versions of them
     * on the class path.
     */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!classes.containsKey(name)) {
            if (REFUSED.matcher(name).matches()) {
                throw new ClassNotFoundException(name + ", which an answer may not use");
            }
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] compiled = classes.get(name);
        if (compiled == null) {
            throw new ClassNotFoundException(name);
        }
        byte[] guarded = GuardedCode.of(compiled);
        return defineClass(name, guarded, 0, guarded.length);
    }

    @Override
    public InputStream getResourceAsStream(String path) {
        String text = texts.get(path);
        return text == null
                ? super.getResourceAsStream(path)
                : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
