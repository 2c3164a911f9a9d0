package ch09_out_of_the_notebook;

import ormlab.grade.NotSolvedYet;
import ormlab.query.Page;
import ormlab.query.PageRequest;
import ormlab.session.DbSession;

/** A small microblog. Also to be written: Follow.java and V1__microblog.sql, beside this file. */
public class Microblog {
    /**
     * Lets a member follow another one, and commits. Twice is as good as once; nobody follows
     * themselves.
     */
    public void follow(DbSession session, Member me, Member other) {
        // TODO Store a Follow if there is none yet.
        throw new NotSolvedYet("following");
    }

    /** Gives one's own messages and those of whom one follows, the newest first: 3 statements. */
    public Page<Message> timeline(DbSession session, Member me, PageRequest request) {
        throw new NotSolvedYet("the timeline");
    }

    /** Shows messages as {@code <p><b>name</b> text</p>}, each on a line; all of it escaped. */
    public String html(Iterable<Message> messages) {
        throw new NotSolvedYet("the page");
    }
}
