package ch05_relationships;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.List;
import ormlab.relationship.DynamicList;

/**
 * The same with the list's query, which is limited before it is sorted; the order of these calls
 * does not matter.
 */
@Entity
public class Artist {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @OneToMany(mappedBy = "artist")
    private DynamicList<Song> songs = DynamicList.empty();

    public List<Song> firstPage(int size) {
        return songs.query().limit(size).orderBy("title").stream().toList();
    }

    public long songCount() {
        return songs.count();
    }
}
