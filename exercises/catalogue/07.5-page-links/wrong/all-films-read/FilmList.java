package ch07_view;

import java.util.List;
import java.util.Optional;
import ormlab.Database;
import ormlab.query.NotFound;

public class FilmList {
    public record Shown(List<String> titles, Optional<String> previous, Optional<String> next) {}

    private final Database db;

    public FilmList(Database db) {
        this.db = db;
    }

    public Shown page(String number) {
        int wanted =
                number != null && number.matches("-?[0-9]{1,8}") ? Integer.parseInt(number) : 1;
        List<Film> films = db.query(Film.class).orderBy("title").all();
        int from = (wanted - 1) * 4;
        if (from < 0 || from >= films.size()) {
            throw new NotFound("There is no page " + wanted + ".");
        }
        int to = Math.min(from + 4, films.size());
        return new Shown(
                films.subList(from, to).stream().map(Film::getTitle).toList(),
                link(from > 0, wanted - 1),
                link(to < films.size(), wanted + 1));
    }

    private static Optional<String> link(boolean there, int number) {
        return there ? Optional.of("/films?page=" + number) : Optional.empty();
    }
}
