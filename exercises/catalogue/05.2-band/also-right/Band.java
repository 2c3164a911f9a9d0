package ch05_relationships;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

@Entity
public class Band {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @OneToMany(mappedBy = "band")
    private List<Musician> members = new ArrayList<>();

    public void add(Musician musician) {
        if (members.contains(musician)) {
            return;
        }
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
        return members;
    }
}
