package ormlab.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.Database;

/** A SQLite extension that is compiled here, where there is a C compiler with SQLite's headers. */
class ExtensionIT {
    private static final String HALF =
            """
            #include <sqlite3ext.h>
            SQLITE_EXTENSION_INIT1
            static void half(sqlite3_context *context, int count, sqlite3_value **values) {
                sqlite3_result_double(context, sqlite3_value_double(values[0]) / 2);
            }
            int sqlite3_half_init(sqlite3 *db, char **error, const sqlite3_api_routines *api) {
                SQLITE_EXTENSION_INIT2(api);
                return sqlite3_create_function(db, "half", 1, SQLITE_UTF8, 0, half, 0, 0);
            }
            """;

    @TempDir Path folder;

    @Test
    void the_functions_of_an_extension_can_be_called() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/cc")));
        assumeTrue(Files.exists(Path.of("/usr/include/sqlite3ext.h")));
        Path library = folder.resolve("half.so");
        Path source = Files.writeString(folder.resolve("half.c"), HALF);
        Process compiler =
                new ProcessBuilder(
                                "cc",
                                "-shared",
                                "-fPIC",
                                "-o",
                                library.toString(),
                                source.toString())
                        .inheritIO()
                        .start();
        assertThat(compiler.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(compiler.exitValue()).isZero();

        ConnectionSettings loading =
                ConnectionSettings.defaults().loadExtension(library.toString());
        String url = "sqlite:///" + folder.resolve("x.db");
        try (Database db = Database.open(url, loading)) {
            assertThat(db.rows("select half(7)").values()).hasToString("[[3.5]]");
        }
    }
}
