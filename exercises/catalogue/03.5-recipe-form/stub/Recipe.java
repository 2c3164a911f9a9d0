package ch03_sessions;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A recipe. You don't need to change this class. */
@Entity
public class Recipe {
    @Id private Integer id;
    private String title;
    private String steps;

    protected Recipe() {}

    public Recipe(Integer id, String title) {
        this.id = id;
        this.title = title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public void setSteps(String steps) {
        this.steps = steps;
    }
}
