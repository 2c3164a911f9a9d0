package ormlab.migrate.sqlite;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ormlab.error.OrmlabException;

/** Explains errors about a view or trigger that a change would break. */
final class SqliteFault {
    private static final Pattern FAULT =
            Pattern.compile("error in (view|trigger) (\\S+?)(?: after \\w+)?: ([^)]*)");

    private SqliteFault() {}

    static OrmlabException afterMigration(String words) {
        Matcher fault = FAULT.matcher(words);
        return new OrmlabException(
                fault.find()
                        ? "After this migration %s '%s' could no longer be read (%s). Drop or change it first."
                                .formatted(fault.group(1), fault.group(2), fault.group(3))
                        : "After this migration the schema would be broken: " + words);
    }

    /** Returns the error for a rename that SQLite rejects, or throws the original one. */
    static OrmlabException whileRenaming(SQLException refused) throws SQLException {
        Matcher fault = FAULT.matcher(String.valueOf(refused.getMessage()));
        if (!fault.find()) {
            throw refused;
        }
        return new OrmlabException(
                "SQLite cannot rename while %s '%s' is there: after it, %s. Drop or change it first."
                        .formatted(fault.group(1), fault.group(2), fault.group(3)),
                refused);
    }
}
