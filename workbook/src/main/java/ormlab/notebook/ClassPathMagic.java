package ormlab.notebook;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.util.PathsHandler;

/**
 * Implements JJava's {@code %classpath} for files that are not on the class path yet.
 *
 * <p>lab.py starts the kernel with the library's jars. A notebook's first cell names them anyway,
 * because the notebook must run in other kernels too. Adding them again would take time, and each
 * compilation would then search them twice.
 */
final class ClassPathMagic {
    private ClassPathMagic() {}

    /**
     * Adds files to a kernel's class path.
     *
     * @param kernel the kernel
     * @param arguments paths, which may contain {@code *}
     * @return nothing
     * @throws Exception if the kernel cannot add them
     */
    static Void add(BaseKernel kernel, List<String> arguments) throws Exception {
        Set<Object> known =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(path -> identity(Path.of(path)))
                        .collect(Collectors.toSet());
        String fresh =
                arguments.stream()
                        .flatMap(argument -> PathsHandler.resolveGlobs(argument).stream())
                        .filter(path -> !known.contains(identity(path)))
                        .map(path -> path.toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator));
        try {
            kernel.getClass().getMethod("addToClasspath", String.class).invoke(kernel, fresh);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
        return null;
    }

    /** Returns what identifies a file, which may have several paths and names. */
    private static Object identity(Path path) {
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return key != null ? key : path.toRealPath();
        } catch (IOException absent) {
            return path.toAbsolutePath().normalize();
        }
    }
}
