package ch05_relationships;

import java.util.List;
import ormlab.grade.NotSolvedYet;

/**
 * An actor plays a part in a film. Film and Actor (beside this file) have their lists already.
 *
 * <p>TODO Make this class an entity with an id and the fields film, actor and part; none may be
 * missing. In one film a part is given once; an actor may play two parts of it.
 */
public class Casting {
    public Casting(Film film, Actor actor, String part) {
        throw new NotSolvedYet("keep film, actor and part");
    }

    /** Gives the actor's castings, the newest film first, with their films: one SELECT. */
    public static List<Casting> filmography(Actor actor) {
        throw new NotSolvedYet("find the castings");
    }

    public Film getFilm() {
        throw new NotSolvedYet("give the film");
    }

    public String getPart() {
        throw new NotSolvedYet("give the part");
    }
}
