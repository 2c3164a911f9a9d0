package ch05_relationships;

import jakarta.persistence.*;
import java.util.*;
import ormlab.grade.NotSolvedYet;

/** An artist has thousands of songs. A page shows the first few and how many there are. */
@Entity
public class Artist {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    // TODO A List is loaded completely. Make it a DynamicList, so that the database sorts, cuts and
    // counts.
    @OneToMany(mappedBy = "artist")
    private List<Song> songs = new ArrayList<>();

    /** Returns the first songs by title, with one SELECT that reads only these. */
    public List<Song> firstPage(int size) {
        throw new NotSolvedYet("find the first songs by title");
    }

    /** Counts the songs with one SELECT, which reads no song. */
    public long songCount() {
        throw new NotSolvedYet("count the songs");
    }
}
