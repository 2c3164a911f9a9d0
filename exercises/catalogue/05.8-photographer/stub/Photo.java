package ch05_relationships;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A photo on the page of its photographer. You don't need to change this class. */
@Entity
public class Photo {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private String title;
    private int day;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Photographer photographer;

    protected Photo() {}

    public Photo(String title, int day, Photographer photographer) {
        this.title = title;
        this.day = day;
        this.photographer = photographer;
    }

    public int getDay() {
        return day;
    }

    public String getTitle() {
        return title;
    }
}
