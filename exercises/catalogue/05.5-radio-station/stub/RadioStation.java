package ch05_relationships;

import jakarta.persistence.*;
import java.util.*;
import ormlab.grade.NotSolvedYet;

/** A radio station. TODO Make the list dynamic, and each result one SELECT that reads few rows. */
@Entity
public class RadioStation {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @OneToMany(mappedBy = "station")
    private List<Play> plays = new ArrayList<>();

    public List<Play> latest(int number) { // Sorted by minute, the latest first.
        throw new NotSolvedYet("find the " + number + " latest plays");
    }

    public long timesPlayed(String song) {
        return plays.stream().filter(play -> play.getSong().equals(song)).count();
    }

    public void play(Play play) { // Stores it with this station at the next commit.
        throw new NotSolvedYet("play " + play.getSong());
    }
}
