package ormlab.dialect.sqlite.internal.type;

import java.time.DateTimeException;
import java.time.LocalDateTime;

/**
 * Reads {@code 2026-11-21 13:05:07.123456}, the only form that the library writes, digit by digit:
 * for a page of rows, the parser for all forms took longer than the query.
 */
final class PlainDateTime {
    /** Returned for any other form. */
    static final LocalDateTime OTHER = null;

    private static final int SECONDS_END = 19;
    private static final int LONGEST = SECONDS_END + 1 + 9;

    private PlainDateTime() {}

    /**
     * Reads a date and time.
     *
     * @throws DateTimeException if there is no such date or time
     */
    static LocalDateTime read(String text) {
        int year = number(text, 0, 4, '-');
        int month = number(text, 5, 7, '-');
        int day = number(text, 8, 10, ' ');
        int hour = number(text, 11, 13, ':');
        int minute = number(text, 14, 16, ':');
        int second = number(text, 17, SECONDS_END, '.');
        int nanos = nanos(text);
        boolean plain = (year | month | day | hour | minute | second | nanos) >= 0 && hour < 24;
        return plain ? LocalDateTime.of(year, month, day, hour, minute, second, nanos) : OTHER;
    }

    /** Returns the number between two positions, or -1 if there is none. */
    private static int number(String text, int from, int to, char follower) {
        boolean followed =
                text.length() == SECONDS_END && to == SECONDS_END
                        || text.length() > to && text.charAt(to) == follower;
        return followed ? digits(text, from, to) : -1;
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private static int nanos(String text) {
        int length = text.length();
        if (length == SECONDS_END) {
            return 0;
        }
        if (length <= SECONDS_END + 1 || length > LONGEST) {
            return -1;
        }
        int nanos = digits(text, SECONDS_END + 1, length);
        for (int i = length; i < LONGEST; i++) {
            nanos *= 10;
        }
        return nanos;
    }
}
