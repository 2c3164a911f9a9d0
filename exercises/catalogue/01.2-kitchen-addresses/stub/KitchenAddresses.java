package ch01_configuration;

import ormlab.grade.NotSolvedYet;

/** A restaurant keeps its recipes in four places. Write the address of each. */
public class KitchenAddresses {
    /** For the tests: in memory, gone when it is closed. */
    static String tests() {
        throw new NotSolvedYet("TODO an address in memory");
    }

    /** On the cook's laptop: the file recipes.sqlite in the folder kitchen beside the work. */
    static String laptop() {
        throw new NotSolvedYet("TODO a relative path");
    }

    /** For the backup: the file /var/backups/recipes.sqlite, wherever the program is started. */
    static String backup() {
        throw new NotSolvedYet("TODO an absolute path");
    }

    /** PostgreSQL on db.example.org: user chef, password p@ss/word, database recipes. */
    static String server() {
        throw new NotSolvedYet("TODO the address of a server");
    }
}
