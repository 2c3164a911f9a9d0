package ch01_configuration;

import ormlab.grade.NotSolvedYet;

/** A restaurant keeps its recipes in four places. Write the database URL of each. */
public class KitchenAddresses {
    /** For the tests: in memory, gone when the database is closed. */
    static String tests() {
        throw new NotSolvedYet("TODO write the URL of a database in memory");
    }

    /**
     * On the cook's laptop: the file recipes.sqlite in the folder kitchen, relative to where the
     * program is started.
     */
    static String laptop() {
        throw new NotSolvedYet("TODO write a URL with a relative path");
    }

    /** For the backup: the file /var/backups/recipes.sqlite, wherever the program is started. */
    static String backup() {
        throw new NotSolvedYet("TODO write a URL with an absolute path");
    }

    /** PostgreSQL on db.example.org: user chef, password p@ss/word, database recipes. */
    static String server() {
        throw new NotSolvedYet("TODO write the URL of a server");
    }
}
