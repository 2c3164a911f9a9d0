package ormlab.dialect.sqlite;

import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.type.SqlTypes;

/**
 * Rounds what is written to columns with {@code @FractionalSeconds} or {@code secondPrecision}, as
 * PostgreSQL does. SQLite's functions calculate in milliseconds, so this works for up to 3 digits.
 */
final class SecondFractions {
    private static final String MILLIS = "substr(?, 1, 23)";

    private SecondFractions() {}

    static void roundIn(Table table, Metadata metadata) {
        for (Column column : table.getColumns()) {
            Integer digits = column.getTemporalPrecision();
            if (digits != null && digits <= 3 && isTimestamp(column, metadata)) {
                column.setCustomWrite(rounded(digits));
            }
        }
    }

    private static boolean isTimestamp(Column column, Metadata metadata) {
        return switch (column.getSqlTypeCode(metadata)) {
            case SqlTypes.TIMESTAMP, SqlTypes.TIMESTAMP_UTC, SqlTypes.TIMESTAMP_WITH_TIMEZONE ->
                    true;
            default -> false;
        };
    }

    private static String rounded(int digits) {
        return switch (digits) {
            case 0 -> "strftime('%Y-%m-%d %H:%M:%S', " + MILLIS + ", '+0.5 seconds') || '.000000'";
            case 1 -> first(21, "0.05", "00000");
            case 2 -> first(22, "0.005", "0000");
            default -> "strftime('%Y-%m-%d %H:%M:%f', ?) || '000'";
        };
    }

    private static String first(int characters, String half, String zeros) {
        return "substr(strftime('%%Y-%%m-%%d %%H:%%M:%%f', %s, '+%s seconds'), 1, %s) || '%s'"
                .formatted(MILLIS, half, characters, zeros);
    }
}
