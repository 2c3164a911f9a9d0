package ch05_relationships;

import jakarta.persistence.*;
import java.util.*;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/** A photographer follows others. TODO Add the relationship, both sides, and the four methods. */
@Entity
public class Photographer {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    public void follow(Photographer other) {
        throw new NotSolvedYet("follow, once");
    }

    public void stopFollowing(Photographer other) {
        throw new NotSolvedYet("stop following");
    }

    public long numberOfFollowers() { // loads nobody
        throw new NotSolvedYet("count the followers");
    }

    public List<Photo> feed(Database db, int number) { // one SELECT
        throw new NotSolvedYet("find the newest photos (by the day) of those it follows");
    }
}
