package ormlab.dialect.sqlite;

import jakarta.persistence.TemporalType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.hibernate.query.SemanticException;
import org.hibernate.query.common.TemporalUnit;
import ormlab.dialect.sqlite.internal.type.IsoText;

/**
 * Writes SQL for times that are stored as {@link IsoText}.
 *
 * <p>SQLite's own functions only have milliseconds, so the fraction is handled as text.
 */
@SuppressWarnings("deprecation")
final class SqliteTimes {
    static final String CURRENT_DATE = "date('now')";
    static final String CURRENT_TIME = "strftime('%H:%M:%f000','now')";
    static final String CURRENT_TIMESTAMP = "strftime('%Y-%m-%d %H:%M:%f000','now')";

    private static final String SECONDS_OF_CLOCK = "%Y-%m-%d %H:%M:%S";

    private SqliteTimes() {}

    /** Extracts a field of {@code ?2} as a number, because text would not compare correctly. */
    static String extract(TemporalUnit unit) {
        return switch (unit) {
            case YEAR -> field("%Y");
            case QUARTER -> "((" + field("%m") + "+2)/3)";
            case MONTH -> field("%m");
            case WEEK -> field("%V");
            case DAY, DAY_OF_MONTH -> field("%d");
            case DAY_OF_WEEK -> "(" + field("%w") + "+1)";
            case DAY_OF_YEAR -> field("%j");
            case HOUR -> field("%H");
            case MINUTE -> field("%M");
            case SECOND -> "cast(strftime('%S',?2)||substr(?2,instr(?2||'.','.')) as real)";
            case EPOCH -> "unixepoch(?2)";
            default -> throw new SemanticException("SQLite cannot extract the field " + unit);
        };
    }

    private static String field(String format) {
        return "cast(strftime('" + format + "',?2) as integer)";
    }

    /** Adds {@code ?2} units to {@code ?3}. */
    static String add(TemporalUnit unit, TemporalType type) {
        return switch (unit) {
            case NATIVE -> addMicros("(?2)", type);
            case NANOSECOND -> addMicros("(?2)/1000", type);
            case SECOND -> addMicros("cast(round((?2)*1000000) as integer)", type);
            case QUARTER -> shift("((?2)*3)||' months','floor'", type);
            case YEAR, MONTH -> shift("(?2)||' " + word(unit) + "s','floor'", type);
            case WEEK -> shift("((?2)*7)||' days'", type);
            default -> shift("(?2)||' " + word(unit) + "s'", type);
        };
    }

    /** Hibernate's own word for a minute is wrong in a Turkish locale. */
    private static String word(TemporalUnit unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }

    /** Shifts by whole seconds or more, which leaves the fraction as it is. */
    private static String shift(String modifiers, TemporalType type) {
        return switch (type) {
            case DATE -> "date(?3," + modifiers + ")";
            case TIME -> "(strftime('%H:%M:%S',substr(?3,1,8)," + modifiers + ")||substr(?3,9))";
            case TIMESTAMP ->
                    "(strftime('"
                            + SECONDS_OF_CLOCK
                            + "',substr(?3,1,19),"
                            + modifiers
                            + ")||substr(?3,20))";
        };
    }

    private static String addMicros(String micros, TemporalType type) {
        String format = type == TemporalType.TIME ? "%H:%M:%S" : SECONDS_OF_CLOCK;
        return "(select strftime('"
                + format
                + "',(t-(t%1000000+1000000)%1000000)/1000000,'unixepoch')"
                + "||printf('.%06d',(t%1000000+1000000)%1000000)"
                + " from (select "
                + micros("?3", type)
                + "+"
                + micros
                + " as t))";
    }

    /** Counts whole units from {@code ?2} to {@code ?3}; only seconds may have a fraction. */
    static String difference(TemporalUnit unit, TemporalType from, TemporalType to) {
        String micros = "(" + micros("?3", to) + "-" + micros("?2", from) + ")";
        return switch (unit) {
            case YEAR -> years();
            case QUARTER -> "(" + months() + "/3)";
            case MONTH -> months();
            case WEEK -> "(" + micros + "/604800000000)";
            case DAY -> "(" + micros + "/86400000000)";
            case HOUR -> "(" + micros + "/3600000000)";
            case MINUTE -> "(" + micros + "/60000000)";
            case SECOND -> "(" + micros + "/1000000.0)";
            case NATIVE -> micros;
            case NANOSECOND -> "(" + micros + "*1000)";
            default -> throw new SemanticException("SQLite cannot count in the unit " + unit);
        };
    }

    private static String years() {
        return "cast(substr(timediff(?3,?2),1,5) as integer)";
    }

    /** {@code timediff} returns {@code +0001-02-03 04:05:06.789}. */
    private static String months() {
        return "("
                + years()
                + "*12+cast(substr(timediff(?3,?2),1,1)||substr(timediff(?3,?2),7,2) as integer))";
    }

    private static String micros(String time, TemporalType type) {
        int seconds = type == TemporalType.TIME ? 8 : 19;
        return "(unixepoch(substr("
                + time
                + ",1,"
                + seconds
                + "))*1000000+cast(substr("
                + time
                + ","
                + (seconds + 2)
                + ",6) as integer))";
    }

    static String literal(TemporalAccessor value, TemporalType type) {
        boolean moment = value.isSupported(ChronoField.INSTANT_SECONDS);
        return switch (type) {
            case DATE -> quoted(IsoText.of(LocalDate.from(value)));
            case TIME -> quoted(IsoText.of(LocalTime.from(value)));
            case TIMESTAMP ->
                    quoted(
                            IsoText.of(
                                    moment
                                            ? LocalDateTime.ofInstant(
                                                    Instant.from(value), ZoneOffset.UTC)
                                            : LocalDateTime.from(value)));
        };
    }

    /** The legacy classes represent a moment; their date or time is taken in the machine's zone. */
    static String literal(Instant moment, TemporalType type) {
        return literal(
                (TemporalAccessor)
                        (type == TemporalType.TIMESTAMP
                                ? moment
                                : moment.atZone(ZoneId.systemDefault())),
                type);
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }
}
