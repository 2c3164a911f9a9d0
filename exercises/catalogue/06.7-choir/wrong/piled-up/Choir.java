package ch06_migrations;

import java.io.IOException;
import java.nio.file.Path;
import ormlab.migrate.Migrations;

/** Two singers. */
public class Choir {
    public static void fetched(Path folder, Migrations migrations) throws IOException {
        migrations.renumber("V2__scores.sql");
        migrations.upgrade();
    }

    public static void again(Path folder, Migrations migrations) throws IOException {
        migrations.migrate("rehearsals");
        migrations.upgrade();
    }
}
