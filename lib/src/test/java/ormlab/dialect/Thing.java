package ormlab.dialect;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.Length;
import ormlab.testing.MappedModel;

/** An entity with an attribute of each type, to test that values come back unchanged. */
@Entity
class Thing {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String text;

    @Column(length = Length.LONG32)
    String longText;

    @Lob String lobText;
    Character letter;
    Boolean flag;
    Byte tiny;
    Short small;
    Integer whole;
    Long big;
    Float single;
    Double real;

    @Column(precision = 12, scale = 2)
    BigDecimal price;

    @Column(precision = 38, scale = 10)
    BigDecimal fine;

    @Column(precision = 38, scale = 0)
    BigInteger huge;

    @Enumerated(EnumType.STRING)
    Colour colour;

    Colour ordinal;
    UUID uuid;
    byte[] bytes;
    @Lob byte[] lobBytes;
    LocalDate date;
    LocalTime time;
    LocalDateTime dateTime;
    Instant moment;
    OffsetDateTime offset;
    ZonedDateTime zoned;
    Date oldDate;

    enum Colour {
        RED,
        GREEN
    }

    /** Stores an object and returns a newly loaded one. */
    static Thing stored(MappedModel model, Consumer<Thing> values) {
        Thing thing = new Thing();
        values.accept(thing);
        model.write(session -> session.persist(thing));
        return model.read(session -> session.find(Thing.class, thing.id));
    }
}
