package ch05_relationships;

import jakarta.persistence.*;
import java.util.*;
import ormlab.grade.NotSolvedYet;

/** A band. A musician (beside this file) plays in one band at most, and can move to another. */
@Entity
public class Band {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    // TODO Say that this list is the other side of Musician.band, then keep both sides in step.
    @OneToMany private List<Musician> members = new ArrayList<>();

    /** Takes a musician in, who leaves an earlier band; who is in already stays in once. */
    public void add(Musician musician) {
        throw new NotSolvedYet("take " + musician + " in");
    }

    /** Lets a member go, who then has no band; for anybody else nothing happens. */
    public void remove(Musician musician) {
        throw new NotSolvedYet("let " + musician + " go");
    }

    public List<Musician> getMembers() {
        return List.copyOf(members);
    }
}
