package ormlab.dialect.internal.model;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Column;

/** Finds the declared length of a text column. */
public final class TextLength {
    private static final Pattern TEXT_OF_LENGTH =
            Pattern.compile("(?i)(?:var)?char(?:acter)?(?: varying)?\\s*\\((\\d+)\\)");

    private TextLength() {}

    /** Returns the length of {@code varchar(64)}; empty for a column without one. */
    public static Optional<Integer> of(Column column, Metadata metadata) {
        OptionalInt length = ofType(column.getSqlType(metadata));
        return length.isPresent() ? Optional.of(length.getAsInt()) : Optional.empty();
    }

    /** Returns the length in the name of a SQL type. */
    public static OptionalInt ofType(String sqlType) {
        Matcher matcher = TEXT_OF_LENGTH.matcher(sqlType == null ? "" : sqlType);
        return matcher.lookingAt()
                ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
                : OptionalInt.empty();
    }
}
