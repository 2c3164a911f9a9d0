package ch03_sessions;

import jakarta.persistence.Entity;

/**
 * The id is the only attribute that never changes, but it is missing until the flush. So a reader
 * without an id only equals itself, and the hash code is a constant. A proxy is an instance of a
 * subclass with empty fields, which is why equals uses instanceof and the getter.
 */
@Entity
public class Reader extends Person {
    protected Reader() {}

    public Reader(String name) {
        super(name);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (getId() != null
                        && other instanceof Reader reader
                        && getId().equals(reader.getId()));
    }

    @Override
    public int hashCode() {
        return Reader.class.hashCode();
    }
}
