package ch07_view;

import java.util.Map;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/**
 * The guest book of a mountain hut, which recognises guests who signed before. The entity is Guest.
 */
public class GuestBook {
    /** The response to the browser: a redirect has a location, a page has a text. */
    public record Answer(int status, String location, String text) {}

    private final Database db;

    public GuestBook(Database db) {
        this.db = db;
    }

    /** POST: stores a new guest, and keeps "name" and "known" in this browser's web session. */
    public Answer sign(String name, Map<String, Object> web) {
        // TODO Look up, add, commit and remember; then redirect to /book with status 303 and no
        // text.
        throw new NotSolvedYet("write the response to a guest who signs");
    }

    /** GET /book: "Please sign." or "Welcome, ann!" or "Welcome back, ann!", with status 200. */
    public Answer book(Map<String, Object> web) {
        throw new NotSolvedYet("write the page after signing");
    }
}
