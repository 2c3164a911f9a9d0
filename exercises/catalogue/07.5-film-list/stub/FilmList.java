package ch07_view;

import java.util.List;
import java.util.Optional;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/** The list of a cinema's films by title, four on a page. The entity is Film. */
public class FilmList {
    /** The titles of one page, and where its links lead: {@code /films?page=2}. */
    public record Shown(List<String> titles, Optional<String> previous, Optional<String> next) {}

    private final Database db;

    public FilmList(Database db) {
        this.db = db;
    }

    /**
     * GET /films?page=…: the page of this number. Nothing, or what is no number, means the first
     * one; a page that does not exist is NotFound.
     */
    public Shown page(String number) {
        // TODO Give a page and its links with two statements.
        throw new NotSolvedYet("a page of films");
    }
}
