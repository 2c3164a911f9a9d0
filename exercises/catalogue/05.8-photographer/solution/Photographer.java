package ch05_relationships;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ormlab.Database;
import ormlab.relationship.DynamicList;

/**
 * The set is the owning side; the dynamic list is the inverse side of the same join table, so it
 * can be counted without loading anyone. The feed goes from the photos to their photographers and
 * on to the join table, in one query with a limit.
 */
@Entity
public class Photographer {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @ManyToMany private Set<Photographer> follows = new LinkedHashSet<>();

    @ManyToMany(mappedBy = "follows")
    private DynamicList<Photographer> followers = DynamicList.empty();

    public void follow(Photographer other) {
        follows.add(other);
    }

    public void stopFollowing(Photographer other) {
        follows.remove(other);
    }

    public long numberOfFollowers() {
        return followers.count();
    }

    public List<Photo> feed(Database db, int number) {
        String hql =
                """
                from Photo p
                where p.photographer in
                    (select f from Photographer me join me.follows f where me = :me)
                order by p.day desc
                """;
        return db.session()
                .createSelectionQuery(hql, Photo.class)
                .setParameter("me", this)
                .setMaxResults(number)
                .getResultList();
    }
}
