package ch05_relationships;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.ZonedDateTime;

/** One converter for each type: the number is a text, and the departure one with its zone. */
@Entity
public class Flight {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Convert(converter = Numbers.class)
    @Column(name = "number", nullable = false)
    private FlightNumber flightNumber;

    @Convert(converter = Clocks.class)
    private ZonedDateTime departure;

    private Money fare;

    protected Flight() {}

    public Flight(FlightNumber number, ZonedDateTime departure, Money fare) {
        this.flightNumber = number;
        this.departure = departure;
        this.fare = fare;
    }

    public FlightNumber getNumber() {
        return flightNumber;
    }

    public ZonedDateTime getDeparture() {
        return departure;
    }

    public Money getFare() {
        return fare;
    }

    @Converter
    public static class Numbers implements AttributeConverter<FlightNumber, String> {
        @Override
        public String convertToDatabaseColumn(FlightNumber number) {
            return number == null ? null : number.text();
        }

        @Override
        public FlightNumber convertToEntityAttribute(String text) {
            return new FlightNumber(text);
        }
    }

    @Converter
    public static class Clocks implements AttributeConverter<ZonedDateTime, String> {
        @Override
        public String convertToDatabaseColumn(ZonedDateTime time) {
            return time == null ? null : time.toString();
        }

        @Override
        public ZonedDateTime convertToEntityAttribute(String text) {
            return text == null ? null : ZonedDateTime.parse(text);
        }
    }
}
