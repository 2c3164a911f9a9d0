package ch09_out_of_the_notebook;

import ormlab.grade.NotSolvedYet;
import ormlab.query.Page;
import ormlab.query.PageRequest;
import ormlab.session.DbSession;

/**
 * A small microblog. You also need to write Follow.java and V1__microblog.sql, next to this file.
 */
public class Microblog {
    /**
     * Lets a member follow another one, and commits. Following twice changes nothing, and no one
     * follows themselves.
     */
    public void follow(DbSession session, Member me, Member other) {
        // TODO Store a Follow if there is none yet.
        throw new NotSolvedYet("following");
    }

    /**
     * Returns the member's messages and those of followed members, newest first, with 3 statements.
     */
    public Page<Message> timeline(DbSession session, Member me, PageRequest request) {
        throw new NotSolvedYet("the timeline");
    }

    /**
     * Shows messages as {@code <p><b>name</b> text</p>}, one a line, with names and texts escaped
     * by Html.escape of ormlab.picture.
     */
    public String html(Iterable<Message> messages) {
        throw new NotSolvedYet("the page");
    }
}
