package ch07_view;

import java.util.List;
import java.util.Optional;
import ormlab.Database;
import ormlab.query.Page;
import ormlab.query.PageRequest;

/**
 * Why so: the database sorts, cuts and counts, whatever the number of films. What comes from the
 * address is read in one place, which knows what to make of nothing and of nonsense. Whether a page
 * follows is a matter of the count; a full page alone does not say it.
 */
public class FilmList {
    public record Shown(List<String> titles, Optional<String> previous, Optional<String> next) {}

    private final Database db;

    public FilmList(Database db) {
        this.db = db;
    }

    public Shown page(String number) {
        Page<Film> page =
                db.query(Film.class).orderBy("title").paginate(PageRequest.parse(number, 4));
        return new Shown(
                page.items().stream().map(Film::getTitle).toList(),
                link(page.hasPrev(), page.page() - 1),
                link(page.hasNext(), page.page() + 1));
    }

    private static Optional<String> link(boolean there, int number) {
        return there ? Optional.of("/films?page=" + number) : Optional.empty();
    }
}
