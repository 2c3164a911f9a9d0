package ormlab.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles classes at run time, with the binary names that JShell uses for classes of cells. */
public final class CellClasses {
    private CellClasses() {}

    /**
     * Compiles the nested classes of a cell.
     *
     * @param folder where the class files go
     * @param number the number of the cell
     * @param source the source of its classes, which must be public and static
     */
    public static Class<?>[] compile(Path folder, int number, String source) {
        String outer = "$JShell$" + number;
        String text = "package REPL; public class " + outer + " { " + source + " }";
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileObject file =
                new SimpleJavaFileObject(
                        URI.create("string:///REPL/" + outer + ".java"),
                        JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        try {
            Path target = Files.createDirectories(folder.resolve("classes"));
            List<String> options = List.of("-d", target.toString(), "-proc:none");
            if (!compiler.getTask(null, null, null, options, null, List.of(file)).call()) {
                throw new IllegalArgumentException(text);
            }
            ClassLoader loader =
                    new URLClassLoader(
                            new URL[] {target.toUri().toURL()}, CellClasses.class.getClassLoader());
            return Class.forName("REPL." + outer, true, loader).getClasses();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (ClassNotFoundException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
