package ch06_migrations;

import java.io.IOException;
import java.nio.file.Path;
import ormlab.grade.NotSolvedYet;
import ormlab.migrate.Migrations;

/** Two singers maintain their choir's database. */
public class Choir {
    // TODO You wrote and ran V2__concerts.sql. Then you pulled V2__scores.sql. Make both run.
    public static void fetched(Path folder, Migrations migrations) throws IOException {
        throw new NotSolvedYet("give the two migrations different numbers");
    }

    // TODO V2__rehearsals.sql is bad, and has only run in this database. Write it again from the
    // class Rehearsal, with the number 2, and leave nothing of the bad one.
    public static void again(Path folder, Migrations migrations) throws IOException {
        throw new NotSolvedYet("write the migration again");
    }
}
