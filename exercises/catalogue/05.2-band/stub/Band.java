package ch05_relationships;

import jakarta.persistence.*;
import java.util.*;
import ormlab.grade.NotSolvedYet;

/** A band. A musician (next to this file) plays in at most one band, and can join another. */
@Entity
public class Band {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    // TODO Make this list the inverse side of Musician.band, then keep both sides in sync.
    @OneToMany private List<Musician> members = new ArrayList<>();

    /** Adds a musician, who leaves a previous band. Adding a member again changes nothing. */
    public void add(Musician musician) {
        throw new NotSolvedYet("add " + musician);
    }

    /** Removes a member, who then has no band. For anyone else, nothing happens. */
    public void remove(Musician musician) {
        throw new NotSolvedYet("remove " + musician);
    }

    public List<Musician> getMembers() {
        return List.copyOf(members);
    }
}
