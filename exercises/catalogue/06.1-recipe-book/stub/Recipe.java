package ch06_migrations;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A recipe. The field minutes is new. You don't need to change this class. */
@Entity
public class Recipe {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private String title;
    private Integer minutes;

    protected Recipe() {}

    public String getTitle() {
        return title;
    }
}
