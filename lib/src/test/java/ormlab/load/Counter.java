package ormlab.load;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A counter that is read, incremented and written back, so that its value shows lost updates. */
@Entity
class Counter {
    @Id private Integer id;
    private int value;

    protected Counter() {}

    Counter(int id) {
        this.id = id;
    }

    int getValue() {
        return value;
    }

    void raise() {
        value++;
    }
}
