package ch05_relationships;

import jakarta.persistence.*;
import java.util.*;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/** A photographer follows others. TODO Add both sides of the relationship, and the four methods. */
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

    public long numberOfFollowers() { // Loads no photographer.
        throw new NotSolvedYet("count the followers");
    }

    public List<Photo> feed(Database db, int number) { // Sends one SELECT.
        throw new NotSolvedYet(
                "find the newest photos (by day) of the photographers whom this one follows");
    }
}
