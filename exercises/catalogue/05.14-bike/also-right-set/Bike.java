package ch05_relationships;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import ormlab.Database;

/** Lets a set keep the order and refuse what it has, and sorts the few frames in Java. */
@Entity
@Table(name = "bikes")
public class Bike {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer number;

    private String frame;

    @JdbcTypeCode(SqlTypes.JSON)
    private Equipment equipment;

    protected Bike() {}

    public Bike(String frame, Equipment equipment) {
        this.frame = frame;
        this.equipment = equipment;
    }

    public Equipment getEquipment() {
        return equipment;
    }

    public void addExtra(String extra) {
        if (equipment == null) {
            throw new IllegalStateException("This bike has no equipment.");
        }
        Equipment old = equipment;
        Set<String> extras = new LinkedHashSet<>();
        if (old.extras() != null) {
            extras.addAll(old.extras());
        }
        extras.add(extra);
        equipment = new Equipment(old.colour(), old.gears(), new ArrayList<>(extras));
    }

    public static List<String> frames(Database db, String colour) {
        return db
                .session()
                .createNativeQuery(
                        "select * from bikes where equipment ->> 'colour' = ?", Bike.class)
                .setParameter(1, colour)
                .getResultList()
                .stream()
                .map(bike -> bike.frame)
                .sorted()
                .toList();
    }
}
