package ormlab.dialect.sqlite.internal.type;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import ormlab.dialect.HibernateSettings;
import ormlab.dialect.UnstorableValue;

/**
 * Writes dates and times as text of fixed width, so that text sorts in the order of time.
 *
 * <p>SQLite has no date type, so the stored text must be readable, exact and comparable.
 */
public final class IsoText {
    private static final LocalTime LAST_MICROSECOND = LocalTime.of(23, 59, 59, 999_999_000);

    private static final String EPOCH_MILLIS =
            " If it means milliseconds since 1970, set "
                    + HibernateSettings.READ_EPOCH_MILLIS
                    + " to true, or convert the column.";

    private IsoText() {}

    /** Writes {@code 2026-11-21 13:05:07.123456}. */
    public static String of(LocalDateTime value) {
        LocalDateTime rounded = value.plusNanos(500).truncatedTo(ChronoUnit.MICROS);
        return of(rounded.toLocalDate()) + ' ' + micros(rounded.toLocalTime());
    }

    /** Writes {@code 2026-11-21}. */
    public static String of(LocalDate value) {
        int year = value.getYear();
        if (year < 1 || year > 9999) {
            throw new UnstorableValue(
                    "The date %s cannot be stored: SQLite's date functions support the years 0001 to 9999."
                            .formatted(value));
        }
        StringBuilder text = new StringBuilder(10);
        padded(text, year, 4).append('-');
        padded(text, value.getMonthValue(), 2).append('-');
        return padded(text, value.getDayOfMonth(), 2).toString();
    }

    /** Writes {@code 13:05:07.123456}. */
    public static String of(LocalTime value) {
        // Rounding up in the day's last microsecond would turn late into early.
        return value.isAfter(LAST_MICROSECOND)
                ? micros(LAST_MICROSECOND)
                : micros(value.plusNanos(500));
    }

    private static String micros(LocalTime value) {
        StringBuilder text = new StringBuilder(15);
        padded(text, value.getHour(), 2).append(':');
        padded(text, value.getMinute(), 2).append(':');
        padded(text, value.getSecond(), 2).append('.');
        return padded(text, value.getNano() / 1000, 6).toString();
    }

    private static StringBuilder padded(StringBuilder text, int number, int width) {
        String digits = Integer.toString(number);
        return text.append("0".repeat(width - digits.length())).append(digits);
    }

    /**
     * Reads a date and time in any ISO form, including with a {@code T}, without seconds or with a
     * zone.
     *
     * <p>Other programs write to the same file: SQLite's own {@code CURRENT_TIMESTAMP} has no
     * fraction, Python's has one.
     */
    static LocalDateTime dateTime(String text) {
        try {
            LocalDateTime plain = PlainDateTime.read(text);
            if (plain != PlainDateTime.OTHER) {
                return plain;
            }
            if (text.length() <= 10) {
                return LocalDate.parse(text).atStartOfDay();
            }
            String iso = text.substring(0, 10) + 'T' + text.substring(11);
            return hasZone(iso)
                    ? OffsetDateTime.parse(iso)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toLocalDateTime()
                    : LocalDateTime.parse(iso);
        } catch (DateTimeException malformed) {
            throw unreadable(text, "2026-11-21 13:05:07.123456", malformed);
        }
    }

    /** Reads a date; ignores the time in a longer text. */
    static LocalDate date(String text) {
        return dateTime(text).toLocalDate();
    }

    /** Reads a time; ignores the date in a longer text. */
    static LocalTime time(String text) {
        if (text.length() > 10 && text.charAt(4) == '-') {
            return dateTime(text).toLocalTime();
        }
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException malformed) {
            throw unreadable(text, "13:05:07.123456", malformed);
        }
    }

    private static boolean hasZone(String iso) {
        return iso.endsWith("Z") || iso.indexOf('+', 11) > 0 || iso.indexOf('-', 11) > 0;
    }

    private static UnstorableValue unreadable(
            String text, String example, DateTimeException malformed) {
        return new UnstorableValue(
                "The database contains '%s' where a date or time is expected, written like %s.%s"
                        .formatted(text, example, text.matches("-?\\d{6,}") ? EPOCH_MILLIS : ""),
                malformed);
    }
}
