package ch06_migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ormlab.migrate.Migrations;

/**
 * The migration that has run keeps its number, so the other one gets a new one. A migration that
 * has not run anywhere else may disappear: first from the database, while its U file still exists,
 * then from the folder.
 */
public class Choir {
    public static void fetched(Path folder, Migrations migrations) throws IOException {
        migrations.renumber("V2__scores.sql");
        migrations.upgrade();
    }

    public static void again(Path folder, Migrations migrations) throws IOException {
        migrations.downgrade();
        Files.delete(folder.resolve("V2__rehearsals.sql"));
        Files.delete(folder.resolve("U2__rehearsals.sql"));
        migrations.migrate("rehearsals");
        migrations.upgrade();
    }
}
