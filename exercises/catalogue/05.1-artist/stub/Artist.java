package ch05_relationships;

import jakarta.persistence.*;
import java.util.*;
import ormlab.grade.NotSolvedYet;

/** An artist has thousands of songs; a page shows the first few, and how many there are. */
@Entity
public class Artist {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    // TODO A List is loaded whole. Make it a DynamicList: the database sorts, cuts and counts.
    @OneToMany(mappedBy = "artist")
    private List<Song> songs = new ArrayList<>();

    /** Gives the first songs by title: one SELECT, which reads no more than these. */
    public List<Song> firstPage(int size) {
        throw new NotSolvedYet("the first songs by title");
    }

    /** Counts the songs: one SELECT, which reads no song. */
    public long songCount() {
        throw new NotSolvedYet("the number of songs");
    }
}
