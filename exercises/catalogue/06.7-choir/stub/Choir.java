package ch06_migrations;

import java.io.IOException;
import java.nio.file.Path;
import ormlab.grade.NotSolvedYet;
import ormlab.migrate.Migrations;

/** Two singers keep their choir's database together. */
public class Choir {
    // TODO You wrote and ran V2__concerts.sql. Now V2__scores.sql was fetched. Both must have run.
    public static void fetched(Path folder, Migrations migrations) throws IOException {
        throw new NotSolvedYet("make one come after the other");
    }

    // TODO V2__rehearsals.sql was bad, and has run in this database only. Make it again from the
    // class Rehearsal, with the number 2 and without a trace of the bad one.
    public static void again(Path folder, Migrations migrations) throws IOException {
        throw new NotSolvedYet("make the migration again");
    }
}
