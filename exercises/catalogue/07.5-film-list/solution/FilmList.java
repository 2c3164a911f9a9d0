package ch07_view;

import java.util.List;
import java.util.Optional;
import ormlab.Database;
import ormlab.query.Page;
import ormlab.query.PageRequest;

/**
 * The database sorts, cuts and counts, however many films there are. PageRequest.parse is the only
 * place that handles missing numbers and nonsense. Only the total number shows whether another page
 * follows a full one.
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
