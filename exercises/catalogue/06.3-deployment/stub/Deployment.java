package ch06_migrations;

import ormlab.Database;
import ormlab.grade.NotSolvedYet;
import ormlab.migrate.Migrations;

/** Brings the database of any cake shop to the newest version of the migrations. */
public class Deployment {
    // TODO Whatever state it is in: empty, behind, or up to date. Give the version, such as "2".
    // TODO One shop's tables were made by createAll(). If they are as the class wants them, they
    // belong to the history from now on. If not, leave it as it was, and throw the error.
    public static String deploy(Database shop, Migrations migrations) {
        throw new NotSolvedYet("bring the shop to the newest version");
    }
}
