package ch07_view;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ormlab.Database;
import ormlab.query.Page;
import ormlab.query.PageRequest;

/** The same with prevNum and nextNum. */
public class FilmList {
    public record Shown(List<String> titles, Optional<String> previous, Optional<String> next) {}

    private final Database db;

    public FilmList(Database db) {
        this.db = db;
    }

    public Shown page(String number) {
        Page<Film> page =
                db.query(Film.class).orderBy("title").paginate(PageRequest.parse(number, 4));
        List<String> titles = page.items().stream().map(film -> film.getTitle()).toList();
        return new Shown(titles, link(page.prevNum()), link(page.nextNum()));
    }

    private static Optional<String> link(OptionalInt number) {
        return number.isEmpty()
                ? Optional.empty()
                : Optional.of("/films?page=" + number.getAsInt());
    }
}
