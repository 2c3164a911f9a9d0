package ch05_relationships;

import java.time.ZonedDateTime;
import ormlab.grade.NotSolvedYet;

/**
 * A flight of an airline. It departs by the clock at the airport, in the airport's time zone.
 *
 * <p>TODO Make this class an entity with a generated id. The number must not be null, and the
 * column number contains it as text, such as LH400. After loading, the departure has the same time
 * and the same time zone. The fare is two columns (see Money) and may be null.
 */
public class Flight {
    public Flight(FlightNumber number, ZonedDateTime departure, Money fare) {
        throw new NotSolvedYet("keep the three values");
    }

    public FlightNumber getNumber() {
        throw new NotSolvedYet("return the number");
    }

    public ZonedDateTime getDeparture() {
        throw new NotSolvedYet("return the departure");
    }

    public Money getFare() {
        throw new NotSolvedYet("return the fare");
    }
}
