package ch05_relationships;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

@Entity
public class Artist {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @OneToMany(mappedBy = "artist")
    private List<Song> songs = new ArrayList<>();

    public List<Song> firstPage(int size) {
        return songs.stream().sorted(Comparator.comparing(Song::getTitle)).limit(size).toList();
    }

    public long songCount() {
        return songs.size();
    }
}
