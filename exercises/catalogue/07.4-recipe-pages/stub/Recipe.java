package ch07_view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A recipe. You don't need to change this class. */
@Entity
public class Recipe {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(nullable = false, unique = true)
    private String title;

    protected Recipe() {}

    public Recipe(String title) {
        this.title = title;
    }

    public String getTitle() {
        return title;
    }
}
