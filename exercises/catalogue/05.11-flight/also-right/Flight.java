package ch05_relationships;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Keeps texts and translates in the getters; a day, a time and a zone are three columns. */
@Entity
@Table(name = "flights")
public class Flight {
    @Id @GeneratedValue private Long id;

    @Basic(optional = false)
    private String number;

    private LocalDate day;
    private LocalTime time;

    @Column(length = 60)
    private String zone;

    @Embedded private Money fare;

    protected Flight() {}

    public Flight(FlightNumber number, ZonedDateTime departure, Money fare) {
        this.number = number == null ? null : number.text();
        this.day = departure.toLocalDate();
        this.time = departure.toLocalTime();
        this.zone = departure.getZone().getId();
        this.fare = fare;
    }

    public FlightNumber getNumber() {
        return new FlightNumber(number);
    }

    public ZonedDateTime getDeparture() {
        return ZonedDateTime.of(day, time, ZoneId.of(zone));
    }

    public Money getFare() {
        return fare;
    }
}
