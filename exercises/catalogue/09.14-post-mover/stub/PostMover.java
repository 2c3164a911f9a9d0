package ch09_out_of_the_notebook;

import java.util.Iterator;
import java.util.function.Consumer;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/**
 * Moves the microblog, whose posts are microblog.Post, to another server. A file has millions of
 * lines, so at most 200 posts are in memory at any time.
 */
public class PostMover {
    /**
     * Stores a post for each line, such as {@code fred|2026-03-01T09:00:00Z|Hello}. The text may
     * contain bars. The authors are stored already; if one is missing, throws an
     * IllegalArgumentException whose message contains the line, and stores no post of the file.
     */
    public static void load(Database db, Iterator<String> lines) {
        // TODO 650 lines should take at most 40 statements.
        throw new NotSolvedYet("store a post for each line");
    }

    /**
     * Passes a line to the file for each post whose id is greater than {@code after}, in the order
     * of the ids. It is like the lines above, after the id: {@code 17|fred|2026-03-…|Hello}.
     */
    public static void save(Database db, int after, Consumer<String> file) {
        // TODO 650 posts of 60 authors should take at most 40 statements.
        throw new NotSolvedYet("pass on a line for each post");
    }
}
