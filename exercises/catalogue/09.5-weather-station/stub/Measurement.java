package ch09_out_of_the_notebook;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A temperature in tenths of a degree. You don't need to change this class. */
@Entity
public class Measurement {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private int tenths;

    protected Measurement() {}

    public Measurement(int tenths) {
        this.tenths = tenths;
    }

    public int getTenths() {
        return tenths;
    }

    public void setTenths(int tenths) {
        this.tenths = tenths;
    }
}
