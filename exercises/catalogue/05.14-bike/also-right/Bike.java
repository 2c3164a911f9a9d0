package ch05_relationships;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import ormlab.Database;

/** Adds in a stream, and finds the frames with a native query. */
@Entity
@Table(name = "bikes")
public class Bike {
    @Id @GeneratedValue private Long id;

    @Column(length = 20, nullable = false, unique = true)
    private String frame;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "equipment")
    private Equipment parts;

    protected Bike() {}

    public Bike(String frame, Equipment equipment) {
        this.frame = frame;
        this.parts = equipment;
    }

    public Equipment getEquipment() {
        return parts;
    }

    public void addExtra(String extra) {
        if (parts == null) {
            throw new IllegalStateException("This bike has no equipment.");
        }
        List<String> before = parts.extras() == null ? List.of() : parts.extras();
        parts =
                new Equipment(
                        parts.colour(),
                        parts.gears(),
                        Stream.concat(before.stream(), Stream.of(extra)).distinct().toList());
    }

    public static List<String> frames(Database db, String colour) {
        return db.session()
                .createNativeQuery(
                        "select frame from bikes where equipment ->> 'colour' = :colour order by 1",
                        String.class)
                .setParameter("colour", colour)
                .getResultList();
    }
}
