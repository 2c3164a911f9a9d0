package ormlab.load;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Is read, raised by one and written back: a lost update shows in its value. */
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
