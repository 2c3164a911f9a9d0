package ch07_view;

import java.util.List;
import java.util.Optional;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/** A cinema's list of films by title, four on a page. The entity is Film. */
public class FilmList {
    /** The titles of one page, and where its links lead: {@code /films?page=2}. */
    public record Shown(List<String> titles, Optional<String> previous, Optional<String> next) {}

    private final Database db;

    public FilmList(Database db) {
        this.db = db;
    }

    /**
     * GET /films?page=…: the page with this number. A missing number or one that is not a number
     * means the first page; a page that does not exist is NotFound.
     */
    public Shown page(String number) {
        // TODO Return a page and its links, with two statements.
        throw new NotSolvedYet("return a page of films");
    }
}
