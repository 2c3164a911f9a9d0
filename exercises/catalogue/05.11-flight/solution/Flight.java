package ch05_relationships;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A timestamp column stores a moment and forgets the zone, so the departure is a time by the clock
 * and a zone, in two columns. The number is a type of our own in one column, which a converter
 * reads and writes. The fare is an embeddable.
 */
@Entity
public class Flight {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Convert(converter = NumberConverter.class)
    @Column(nullable = false)
    private FlightNumber number;

    private LocalDateTime departure;
    private ZoneId zone;
    private Money fare;

    protected Flight() {}

    public Flight(FlightNumber number, ZonedDateTime departure, Money fare) {
        this.number = number;
        this.departure = departure.toLocalDateTime();
        this.zone = departure.getZone();
        this.fare = fare;
    }

    public FlightNumber getNumber() {
        return number;
    }

    public ZonedDateTime getDeparture() {
        return departure.atZone(zone);
    }

    public Money getFare() {
        return fare;
    }

    static class NumberConverter implements AttributeConverter<FlightNumber, String> {
        @Override
        public String convertToDatabaseColumn(FlightNumber number) {
            return number == null ? null : number.text();
        }

        @Override
        public FlightNumber convertToEntityAttribute(String text) {
            return text == null ? null : new FlightNumber(text);
        }
    }
}
