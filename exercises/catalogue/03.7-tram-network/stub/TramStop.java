package ch03_sessions;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A stop, which belongs to one line or to none. You don't need to change this class. */
@Entity
public class TramStop {
    @Id private String name;

    @ManyToOne(fetch = FetchType.LAZY)
    private TramLine line;

    protected TramStop() {}

    public TramStop(String name, TramLine line) {
        this.name = name;
        this.line = line;
    }

    public TramLine getLine() {
        return line;
    }

    public void setLine(TramLine line) {
        this.line = line;
    }
}
