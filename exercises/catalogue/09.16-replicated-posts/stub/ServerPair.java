package ch09_out_of_the_notebook;

import ormlab.Database;

/** The microblog's two servers. You don't need to change this file. */
public interface ServerPair {
    Database primary();

    Database replica();

    /** Asks the primary how far its log is now. Each commit moves it on. */
    long written();

    /** Asks the replica how far it has replayed the primary's log. */
    long replayed();
}
