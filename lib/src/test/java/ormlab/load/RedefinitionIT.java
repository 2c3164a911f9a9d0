package ormlab.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.Database;
import ormlab.testing.TestDatabase;

/** A class that is defined again and again, as in a cell, leaves nothing behind. */
class RedefinitionIT {
    /** For a long run, use {@code -Dormlab.load.rounds=1000}. */
    private static final int ROUNDS = Integer.getInteger("ormlab.load.rounds", 100);

    private static final int WARM = 20;
    private static final long MEGABYTE = 1 << 20;

    @TempDir Path folder;

    @Test
    void a_hundred_redefinitions_leak_no_class_memory_or_connection() throws Exception {
        compile();
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        try (Database db = Database.open(TestDatabase.SQLITE.freshUrl())) {
            long warm = 0;
            for (int round = 1; round <= ROUNDS; round++) {
                loaders.add(redefine(db));
                if (round == WARM) {
                    warm = usedMemory();
                }
            }
            assertThat(db.connectionsInUse()).isLessThanOrEqualTo(1);
            assertThat(usedMemory() - warm).isLessThan(10 * MEGABYTE);
            db.models(Note.class); // releases the last class
            usedMemory();
            assertThat(loaders).filteredOn(loader -> loader.get() != null).hasSizeLessThan(5);
        }
    }

    private void compile() throws IOException {
        Path source = folder.resolve("Thing.java");
        Files.writeString(
                source,
                """
                import jakarta.persistence.*;
                @Entity public class Thing {
                    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
                    String name = "thing";
                }
                """);
        int failed =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                folder.toString(),
                                source.toString());
        assertThat(failed).isZero();
    }

    /** Defines the class again, and uses it as a cell would, without closing the session. */
    private WeakReference<ClassLoader> redefine(Database db) throws Exception {
        URL[] classes = {URI.create(folder.toUri().toString()).toURL()};
        URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader());
        Class<?> thing = loader.loadClass("Thing");
        db.models(thing);
        db.createAll();
        var constructor = thing.getDeclaredConstructor();
        for (int i = 0; i < 12; i++) {
            db.session().add(constructor.newInstance());
        }
        db.session().commit();
        assertThat(db.query(thing).limit(5).all()).hasSize(5);
        return new WeakReference<>(loader);
    }

    private static long usedMemory() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
