package ormlab.dialect.sqlite.internal.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/**
 * Implements SQLite's operator {@code regexp} with Java's regular expressions. As on PostgreSQL, a
 * match anywhere in the text is enough.
 */
final class RegularExpressions extends Function {
    private @Nullable Pattern last;

    private RegularExpressions() {}

    static void addTo(Connection connection) throws SQLException {
        Function.create(
                connection, "regexp", new RegularExpressions(), 2, Function.FLAG_DETERMINISTIC);
    }

    /** Receives the pattern, then the text. */
    @Override
    protected void xFunc() throws SQLException {
        String pattern = value_text(0);
        String text = value_text(1);
        if (pattern == null || text == null) {
            result();
        } else {
            result(compiled(pattern).matcher(text).find() ? 1 : 0);
        }
    }

    private Pattern compiled(String pattern) throws SQLException {
        Pattern known = last;
        if (known == null || !known.pattern().equals(pattern)) {
            try {
                known = Pattern.compile(pattern);
            } catch (PatternSyntaxException malformed) {
                throw new SQLException(malformed.getDescription() + ": " + pattern, malformed);
            }
            last = known;
        }
        return known;
    }
}
