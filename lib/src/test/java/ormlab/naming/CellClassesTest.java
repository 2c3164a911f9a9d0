package ormlab.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.testing.Engine;
import ormlab.testing.MappedModel;

/** Classes with the binary names that JShell gives to the classes of cells. */
class CellClassesTest {
    @TempDir Path folder;

    private Class<?> cellClass(int number) throws IOException, ReflectiveOperationException {
        String source =
                """
                package REPL;
                class $JShell$%d {
                    @jakarta.persistence.Entity
                    @jakarta.persistence.Inheritance
                    public static class User {
                        @jakarta.persistence.Id Integer id = 1;
                        String firstName = "Ada";
                    }
                }
                """
                        .formatted(number);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileObject file =
                new SimpleJavaFileObject(
                        URI.create("string:///REPL/$JShell$" + number + ".java"),
                        JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        Path target = Files.createDirectories(Path.of("target", "test-classes"));
        List<String> options = List.of("-d", target.toString(), "-proc:none");
        assertThat(compiler.getTask(null, null, null, options, null, List.of(file)).call())
                .isTrue();
        return Class.forName("REPL.$JShell$" + number + "$User");
    }

    @Test
    void a_class_of_a_cell_is_known_by_its_plain_name() throws Exception {
        Class<?> user = cellClass(19);
        try (MappedModel model = Engine.SQLITE.create(folder, user)) {
            Object ada = user.getDeclaredConstructor().newInstance();
            model.write(session -> session.persist(ada));
            String name =
                    model.read(
                            session ->
                                    session.createSelectionQuery(
                                                    "select firstName from User", String.class)
                                            .getSingleResult());
            assertThat(name).isEqualTo("Ada");
            assertThat(model.rows("select first_name from user")).containsExactly("Ada");
        }
    }
}
