package ormlab.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import ormlab.error.OrmlabException;
import ormlab.picture.Picture;

/**
 * The Java code of a class of the microblog, without its imports.
 *
 * @param text the code
 */
public record SourceCode(String text) implements Picture {
    /** The jars contain the sources of these packages. */
    private static final Set<String> MICROBLOG = Set.of("microblog", "microblog.web");

    static SourceCode of(Class<?> type) {
        String name = type.getSimpleName();
        if (!MICROBLOG.contains(type.getPackageName()) || type.getEnclosingClass() != null) {
            throw new OrmlabException(
                    "The code of "
                            + name
                            + " is not part of the workbook's microblog. source(…) takes Role.class,"
                            + " User.class or Post.class, after `import microblog.*;`, and the"
                            + " classes of microblog.web in chapters 7 and 7b. If a cell of yours defines "
                            + name
                            + ", its code is in that cell.");
        }
        String file = "/META-INF/source/" + type.getName().replace('.', '/') + ".java";
        try (InputStream in = type.getResourceAsStream(file)) {
            if (in == null) {
                throw new OrmlabException(
                        "The workbook's jar holds no source of "
                                + type.getName()
                                + ". Build it again: python3 lab.py");
            }
            return new SourceCode(
                    withoutImports(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String withoutImports(String code) {
        int last = code.lastIndexOf("\nimport ");
        return code.substring(code.indexOf('\n', last + 1)).strip();
    }

    @Override
    public String markdown() {
        return "```java\n" + text + "\n```";
    }

    /** Returns the code. */
    @Override
    public String toString() {
        return text;
    }
}
