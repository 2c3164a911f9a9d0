package ch05_relationships;

/** A flight number such as LH400. Upper case and no spaces. There is nothing to do here. */
public record FlightNumber(String text) {
    public FlightNumber {
        text = text.replace(" ", "").toUpperCase();
        if (!text.matches("[A-Z0-9]{2}\\d{1,4}")) {
            throw new IllegalArgumentException("'" + text + "' is not a flight number.");
        }
    }
}
