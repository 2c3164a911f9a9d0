package ch06_migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ormlab.migrate.Migrations;

/** Two singers. */
public class Choir {
    public static void fetched(Path folder, Migrations migrations) throws IOException {
        migrations.renumber("V2__scores.sql");
        migrations.upgrade();
    }

    public static void again(Path folder, Migrations migrations) throws IOException {
        Path file = folder.resolve("V2__rehearsals.sql");
        Files.writeString(file, Files.readString(file).replace("varchar(8)", "varchar(80)"));
        migrations.flyway().repair();
    }
}
