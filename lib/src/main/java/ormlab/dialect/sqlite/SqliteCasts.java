package ormlab.dialect.sqlite;

import org.hibernate.query.sqm.CastType;

/** Writes casts to dates and times, which SQLite's own {@code cast} turns into numbers. */
final class SqliteCasts {
    private static final String FRACTION =
            "'.'||substr(substr(?1,instr(?1||'.','.')+1)||'000000',1,6)";

    private SqliteCasts() {}

    /** Returns the pattern of a cast of {@code ?1}; null where SQLite's own cast is right. */
    static String pattern(CastType from, CastType to) {
        return switch (to) {
            case DATE -> "date(?1)";
            case TIME -> isDateTime(from) ? "substr(?1,12)" : time(from);
            case TIMESTAMP, OFFSET_TIMESTAMP, ZONE_TIMESTAMP -> timestamp(from);
            case STRING -> text(from);
            default -> null;
        };
    }

    /** Returns a fraction without trailing zeros, as on PostgreSQL. */
    private static String text(CastType from) {
        if (from == CastType.BOOLEAN) {
            return "iif(?1,'true','false')";
        }
        return from == CastType.TIME || isDateTime(from)
                ? "iif(instr(?1,'.'),rtrim(rtrim(?1,'0'),'.'),?1)"
                : null;
    }

    private static String time(CastType from) {
        return from == CastType.STRING ? "(strftime('%H:%M:%S',?1)||" + FRACTION + ")" : null;
    }

    private static String timestamp(CastType from) {
        return switch (from) {
            case DATE -> "(?1||' 00:00:00.000000')";
            case STRING -> "(strftime('%Y-%m-%d %H:%M:%S',?1)||" + FRACTION + ")";
            case TIMESTAMP, OFFSET_TIMESTAMP, ZONE_TIMESTAMP -> "?1";
            default -> null;
        };
    }

    private static boolean isDateTime(CastType type) {
        return type == CastType.TIMESTAMP
                || type == CastType.OFFSET_TIMESTAMP
                || type == CastType.ZONE_TIMESTAMP;
    }
}
