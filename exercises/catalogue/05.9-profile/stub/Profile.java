package ch05_relationships;

import java.util.Set;
import ormlab.grade.NotSolvedYet;

/**
 * What a user of the microblog tells others about themselves.
 *
 * <p>TODO Make this class an entity with a home and a birthplace (both may be null), a visibility,
 * and interests that start empty. The columns of the birthplace are birth_city and birth_country,
 * as long as those of the home. The visibility is stored by name. Adding or removing one interest
 * costs one statement.
 */
public class Profile {
    public Profile(Place home, Place birthplace, Visibility visibility) {
        throw new NotSolvedYet("keep the three values");
    }

    public Place getHome() {
        throw new NotSolvedYet("return the home");
    }

    public Place getBirthplace() {
        throw new NotSolvedYet("return the birthplace");
    }

    public Visibility getVisibility() {
        throw new NotSolvedYet("return the visibility");
    }

    /** Returns the interests themselves: callers add to this set and remove from it. */
    public Set<String> getInterests() {
        throw new NotSolvedYet("return the interests");
    }
}
