package ch05_relationships;

import java.util.List;
import ormlab.grade.NotSolvedYet;

/**
 * An actor plays a part in a film. Film and Actor (next to this file) already have their lists.
 *
 * <p>TODO Make this class an entity with an id and the fields film, actor and part; none may be
 * missing. In each film, a part is played by one actor, but an actor may play two parts.
 */
public class Casting {
    public Casting(Film film, Actor actor, String part) {
        throw new NotSolvedYet("keep film, actor and part");
    }

    /** Returns the actor's castings with their films, the newest film first, in one SELECT. */
    public static List<Casting> filmography(Actor actor) {
        throw new NotSolvedYet("find the castings");
    }

    public Film getFilm() {
        throw new NotSolvedYet("return the film");
    }

    public String getPart() {
        throw new NotSolvedYet("return the part");
    }
}
