package ch05_relationships;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.List;
import ormlab.relationship.DynamicList;

/**
 * Why so: a DynamicList is a query that knows its artist. What stands before all() or count() is
 * said to the database, which has the songs and perhaps an index on them; what stands behind is
 * done in memory, with everything that was read. So the page costs the same for ten songs and for a
 * million.
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
