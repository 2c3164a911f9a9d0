package ch05_relationships;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/**
 * Only the musician's field is stored; the list is the inverse side. One method changes both, and
 * calls the previous band to remove the musician from its own list, so that memory and database
 * agree. It calls a method, because that band may be a proxy, whose own fields are empty.
 */
@Entity
public class Band {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @OneToMany(mappedBy = "band")
    private List<Musician> members = new ArrayList<>();

    public void add(Musician musician) {
        if (musician.getBand() != null) {
            musician.getBand().remove(musician);
        }
        members.add(musician);
        musician.setBand(this);
    }

    public void remove(Musician musician) {
        if (members.remove(musician)) {
            musician.setBand(null);
        }
    }

    public List<Musician> getMembers() {
        return List.copyOf(members);
    }
}
