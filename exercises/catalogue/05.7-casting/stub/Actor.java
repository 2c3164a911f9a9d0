package ch05_relationships;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import ormlab.relationship.DynamicList;

/** An actor. You don't need to change this class. */
@Entity
public class Actor {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private String name;

    @OneToMany(mappedBy = "actor")
    private DynamicList<Casting> castings = DynamicList.empty();

    protected Actor() {}

    public Actor(String name) {
        this.name = name;
    }

    public DynamicList<Casting> getCastings() {
        return castings;
    }
}
