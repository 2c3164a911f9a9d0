package ormlab.migrate.compare;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import ormlab.error.OrmlabException;
import ormlab.migrate.internal.sql.Identifiers;

/** Writes a Java value as SQL. */
final class SqlLiteral {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

    private SqlLiteral() {}

    static String of(Object value) {
        if (value == null) {
            throw new OrmlabException("fill(…) got null. Pass the value for rows that have none.");
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof Enum<?> constant) {
            return Identifiers.string(constant.name());
        }
        if (value instanceof LocalDateTime time) {
            return Identifiers.string(SECONDS.format(time));
        }
        if (value instanceof Instant time) {
            return of(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
        }
        return Identifiers.string(value.toString());
    }
}
