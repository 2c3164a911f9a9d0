package ch05_relationships;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import ormlab.relationship.DynamicList;

/** A film with its cast. You don't need to change this class. */
@Entity
public class Film {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private String title;
    private int year;

    @OneToMany(mappedBy = "film")
    private DynamicList<Casting> cast = DynamicList.empty();

    protected Film() {}

    public Film(String title, int year) {
        this.title = title;
        this.year = year;
    }

    public String getTitle() {
        return title;
    }

    public DynamicList<Casting> getCast() {
        return cast;
    }
}
