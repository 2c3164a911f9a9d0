package ormlab.migrate.history;

import java.sql.SQLException;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;
import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;
import ormlab.internal.text.Shortened;
import ormlab.migrate.history.MigrationRefused.Reason;

/** Explains briefly why a run failed, with the file, the line and the statement. */
final class Failures {
    private static final int LONGEST = 600;
    private static final Pattern PLACEHOLDER =
            Pattern.compile("No value provided for placeholder: (\\$\\{[^}]*})");

    private final BiFunction<SQLException, String, String> words;
    private final MigrationFolder folder;

    /**
     * Creates an instance for one folder.
     *
     * @param words returns the message for a driver's error and its statement
     * @param folder contains the files
     */
    Failures(BiFunction<SQLException, String, String> words, MigrationFolder folder) {
        this.words = words;
        this.folder = folder;
    }

    /**
     * Explains the failure of a run.
     *
     * @param now reads the history again, which may have changed, because some statements run
     *     outside of a transaction
     */
    OrmlabException explained(
            RuntimeException failed, String command, History before, Supplier<History> now) {
        OrmlabException own = find(failed, OrmlabException.class);
        if (own != null && !(own instanceof MigrationFailed)) {
            return own;
        }
        SQLException refused = find(failed, SQLException.class);
        if (refused != null && isBusy(refused)) {
            return busy(command, refused);
        }
        FlywaySqlScriptException script = find(failed, FlywaySqlScriptException.class);
        String at = outcome(before, now);
        if (script != null && refused != null) {
            return rejected(script, refused, at, command);
        }
        Throwable cause = root(failed);
        Matcher placeholder = PLACEHOLDER.matcher(String.valueOf(cause.getMessage()));
        if (placeholder.find()) {
            return placeholder(placeholder.group(1), Position.in(before), command, cause);
        }
        String file = name(failed);
        String advice = " Allow writing to it, then call " + command + " again.";
        return new MigrationFailed(
                "%s failed, %s\n%s%s"
                        .formatted(
                                file.isEmpty() ? command : "'" + file + "'",
                                at,
                                why(cause),
                                isReadOnly(cause) ? advice : ""),
                cause,
                file);
    }

    private static String outcome(History before, Supplier<History> now) {
        History after = before;
        try {
            after = now.get();
        } catch (OrmlabException unreadable) {
            // The first failure is the one to explain.
        }
        if (after.in(HistoryEntry.State.FAILED).size()
                > before.in(HistoryEntry.State.FAILED).size()) {
            return "outside of a transaction, so what it did before that stays: the database is at %s."
                    .formatted(Position.in(after));
        }
        return after.applied().size() == before.applied().size()
                ? "and everything was rolled back: the database is as it was, at %s."
                        .formatted(Position.in(before))
                : ("and what it did was rolled back. The migrations before it stay: the database"
                                + " is at %s.")
                        .formatted(Position.in(after));
    }

    private MigrationFailed rejected(
            FlywaySqlScriptException script, SQLException refused, String at, String command) {
        String file = script.getResource().getFilename();
        String statement = script.getStatement().strip();
        String message =
                """
                '%s' failed at line %s, %s

                %s;

                %s
                Fix the file, then call %s again.\
                """
                        .formatted(
                                file,
                                script.getLineNumber(),
                                at,
                                cut(statement),
                                sentence(words.apply(refused, statement)),
                                command);
        return new MigrationFailed(message, refused, file, script.getLineNumber(), statement);
    }

    private MigrationFailed placeholder(
            String placeholder, Position at, String command, Throwable cause) {
        String prefix = command.startsWith("downgrade") ? "U" : "V";
        String file = LiteralText.fileWith(placeholder, prefix, folder);
        String message =
                """
                '%1$s' has %2$s in it, which Flyway takes for a placeholder that has no value. Nothing was run: the database is as it was, at %3$s.
                If it is text, write the line placeholderReplacement=false into a file '%1$s.conf' next to it, then call %4$s again.\
                """
                        .formatted(file, placeholder, at, command);
        return new MigrationFailed(message, cause, file);
    }

    /** Explains why the history could not be read. */
    OrmlabException unreadable(Exception failed) {
        SQLException refused = find(failed, SQLException.class);
        if (refused != null && isBusy(refused)) {
            return busy("it", refused);
        }
        Throwable cause = root(failed);
        return new OrmlabException(
                "The history of migrations cannot be read: " + why(cause), cause);
    }

    private String why(Throwable cause) {
        return sentence(
                cause instanceof SQLException refused
                        ? words.apply(refused, "")
                        : String.valueOf(cause.getMessage()));
    }

    private static String name(RuntimeException failed) {
        FlywayMigrateException migrate = find(failed, FlywayMigrateException.class);
        if (migrate != null) {
            return migrate.getMigration().getScript();
        }
        MigrationFailed own = find(failed, MigrationFailed.class);
        return own == null ? "" : own.file();
    }

    /** SQLite's code 5; PostgreSQL's 55P03, after lock_timeout. */
    private static boolean isBusy(SQLException refused) {
        return (refused.getErrorCode() & 0xff) == 5 || "55P03".equals(refused.getSQLState());
    }

    /** SQLite's code 8, unless the file was deleted; PostgreSQL's 25006. */
    private static boolean isReadOnly(Throwable cause) {
        return cause instanceof SQLException refused
                && refused.getErrorCode() != 1032
                && ((refused.getErrorCode() & 0xff) == 8 || "25006".equals(refused.getSQLState()));
    }

    static MigrationRefused busy(String command, Throwable cause) {
        return new MigrationRefused(
                Reason.BUSY,
                ("Another session, a transaction without commit or rollback, or another migration"
                                + " kept the database locked for too long. Nothing was changed."
                                + " End it, then call %s again.")
                        .formatted(command),
                cause);
    }

    /**
     * Returns whether Flyway refused to run a statement in a transaction that must run outside of
     * one.
     */
    static boolean isMixed(FlywayException failed) {
        return String.valueOf(failed.getMessage())
                .startsWith("Detected both transactional and non-transactional");
    }

    private static <T extends Throwable> @Nullable T find(Throwable failed, Class<T> type) {
        for (Throwable at = failed; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
        }
        return null;
    }

    private static Throwable root(Throwable failed) {
        Throwable at = failed;
        while (at.getCause() != null && !(at instanceof SQLException)) {
            at = at.getCause();
        }
        return at;
    }

    private static String cut(String statement) {
        return statement.length() <= LONGEST
                ? statement
                : Shortened.beginning(statement, LONGEST) + " …";
    }

    private static String sentence(String words) {
        // Inside a migration, calling createAll() or upgrade() is not what was forgotten.
        String fact = words.replaceFirst(" Did you forget db\\.createAll\\(\\).*\\?$", "");
        return fact.endsWith(".") || fact.endsWith("?") ? fact : fact + ".";
    }
}
