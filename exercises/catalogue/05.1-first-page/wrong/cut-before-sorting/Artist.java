package ch05_relationships;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.Comparator;
import java.util.List;
import ormlab.relationship.DynamicList;

@Entity
public class Artist {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @OneToMany(mappedBy = "artist")
    private DynamicList<Song> songs = DynamicList.empty();

    public List<Song> firstPage(int size) {
        return songs.limit(size).all().stream()
                .sorted(Comparator.comparing(Song::getTitle))
                .toList();
    }

    public long songCount() {
        return songs.count();
    }
}
