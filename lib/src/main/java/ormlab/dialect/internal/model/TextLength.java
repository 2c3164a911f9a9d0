package ormlab.dialect.internal.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the declared length of a text column. */
public final class TextLength {
    private static final Pattern TEXT_OF_LENGTH =
            Pattern.compile("(?i)(?:var)?char(?:acter)?(?: varying)?\\s*\\((\\d+)\\)");

    private TextLength() {}

    /** Returns the length in a SQL type such as {@code varchar(64)}, or empty. */
    public static Optional<Integer> of(@Nullable String sqlType) {
        Matcher matcher = TEXT_OF_LENGTH.matcher(sqlType == null ? "" : sqlType);
        return matcher.lookingAt()
                ? Optional.of(Integer.valueOf(matcher.group(1)))
                : Optional.empty();
    }
}
