package ch07_view;

import java.util.Map;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/** The guest book of a mountain hut: it knows who came before. The entity is Guest. */
public class GuestBook {
    /** What goes back to the browser: a redirect has a location, a page has a text. */
    public record Answer(int status, String location, String text) {}

    private final Database db;

    public GuestBook(Database db) {
        this.db = db;
    }

    /** POST: stores who is new; remembers "name" and "known" in this browser's web session. */
    public Answer sign(String name, Map<String, Object> web) {
        // TODO Look up, add, commit, remember; then see /book: status 303, no text.
        throw new NotSolvedYet("the answer to who signs");
    }

    /** GET /book: "Please sign." or "Welcome, ann!" or "Welcome back, ann!", with status 200. */
    public Answer book(Map<String, Object> web) {
        throw new NotSolvedYet("the page after signing");
    }
}
