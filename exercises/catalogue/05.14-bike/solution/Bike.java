package ch05_relationships;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import ormlab.Database;

/**
 * The equipment is a value, so a bike gets another one instead of a change inside of it: bikes that
 * share an Equipment stay independent, and Hibernate notices the new one. The query reads a single
 * value of the document, because the same text may be anywhere in it.
 */
@Entity
@Table(name = "bikes")
public class Bike {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

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
        List<String> extras = new ArrayList<>();
        if (equipment.extras() != null) {
            extras.addAll(equipment.extras());
        }
        if (!extras.contains(extra)) {
            extras.add(extra);
            equipment = new Equipment(equipment.colour(), equipment.gears(), extras);
        }
    }

    public static List<String> frames(Database db, String colour) {
        return db
                .rows(
                        "select frame from bikes where equipment ->> 'colour' = ? order by frame",
                        colour)
                .values()
                .stream()
                .map(row -> (String) row.get(0))
                .toList();
    }
}
