package ch06_migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ormlab.migrate.Migrations;

/**
 * Why so: a number belongs to the migration that has run under it, so the other one moves. And what
 * has run nowhere else may vanish: first out of the database, while its way back is still there,
 * then out of the folder.
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
