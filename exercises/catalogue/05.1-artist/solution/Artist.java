package ch05_relationships;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.List;
import ormlab.relationship.DynamicList;

/**
 * A DynamicList is a query for the songs of this artist. The database does what comes before all()
 * or count(), and may use an index for it; Java does what comes after, with everything that was
 * read. So the page costs the same for ten songs and for a million.
 */
@Entity
public class Artist {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @OneToMany(mappedBy = "artist")
    private DynamicList<Song> songs = DynamicList.empty();

    public List<Song> firstPage(int size) {
        return songs.orderBy("title").limit(size).all();
    }

    public long songCount() {
        return songs.count();
    }
}
