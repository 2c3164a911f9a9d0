package ch06_migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ormlab.migrate.Migrations;

/** Renames the files without renumber. */
public class Choir {
    public static void fetched(Path folder, Migrations migrations) throws IOException {
        for (String letter : new String[] {"V", "U"}) {
            Files.move(
                    folder.resolve(letter + "2__scores.sql"),
                    folder.resolve(letter + "3__scores.sql"));
        }
        migrations.upgrade("head");
    }

    public static void again(Path folder, Migrations migrations) throws IOException {
        migrations.downgrade("1");
        Files.delete(folder.resolve("V2__rehearsals.sql"));
        Files.delete(folder.resolve("U2__rehearsals.sql"));
        migrations.migrate("rehearsals");
        migrations.upgrade();
    }
}
