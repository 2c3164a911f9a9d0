package ch05_relationships;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.List;
import ormlab.relationship.DynamicList;

/** The same by the query itself, and limited before it is ordered: a query is a description. */
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
