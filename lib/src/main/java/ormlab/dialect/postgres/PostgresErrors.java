package ormlab.dialect.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.JDBCException;
import org.hibernate.exception.DataException;
import org.hibernate.exception.GenericJDBCException;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.SQLGrammarException;
import org.hibernate.exception.spi.SQLExceptionConversionDelegate;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import ormlab.dialect.internal.error.ErrorSentences;
import ormlab.dialect.internal.error.Violations;
import ormlab.dialect.internal.error.WriteStatement;
import ormlab.dialect.internal.model.ModelFacts;
import ormlab.dialect.internal.model.TextLength;
import ormlab.schema.Column;

/** Turns PostgreSQL's error messages into Hibernate's exceptions, worded as for SQLite. */
final class PostgresErrors implements SQLExceptionConversionDelegate {
    private static final Pattern KEY =
            Pattern.compile(
                    "Key \\((?<columns>.*?)\\)=\\((?<value>.*)\\) (?<rest>.*)", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern TOO_MANY_VALUES =
            Pattern.compile("can have at most ([\\d,]+) parameters.* has ([\\d,]+) parameters");
    private static final Pattern LENGTH = Pattern.compile("character(?: varying)?\\((\\d+)\\)");

    private final Supplier<ModelFacts> model;
    private final SQLExceptionConversionDelegate otherwise;

    PostgresErrors(Supplier<ModelFacts> model, SQLExceptionConversionDelegate otherwise) {
        this.model = model;
        this.otherwise = otherwise;
    }

    @Override
    public JDBCException convert(SQLException raised, String message, String sql) {
        if (isLost(raised)) {
            return lost(raised);
        }
        PSQLException cause = serverError(raised);
        Matcher tooMany = TOO_MANY_VALUES.matcher(text(raised.getMessage()));
        if (tooMany.find()) {
            return new DataException(
                    ("PostgreSQL takes at most %s values in one statement, and this one has %s."
                                    + " Pass"
                                    + " fewer at a time, or put them into a table.")
                            .formatted(tooMany.group(1), tooMany.group(2)),
                    raised);
        }
        JDBCException words =
                cause == null || cause.getSQLState() == null ? null : words(cause, sql);
        return words == null ? otherwise.convert(raised, message, sql) : words;
    }

    /** Matches the states of connection errors, and of a server that is stopping or starting. */
    private static boolean isLost(SQLException raised) {
        return String.valueOf(raised.getSQLState()).matches("08...|57P0[123]");
    }

    private static JDBCException lost(SQLException raised) {
        return new JDBCConnectionException(
                ("The connection to PostgreSQL was lost (%s). Roll back: the next statement opens a"
                                + " new connection. If this was a commit, check first whether it was stored.")
                        .formatted(raised.getMessage()),
                raised);
    }

    /** A failed batch wraps the server's own error. */
    private static PSQLException serverError(SQLException raised) {
        for (SQLException each = raised; each != null; each = each.getNextException()) {
            if (each instanceof PSQLException found && found.getServerErrorMessage() != null) {
                return found;
            }
        }
        return raised.getCause() instanceof PSQLException found
                        && found.getServerErrorMessage() != null
                ? found
                : null;
    }

    private JDBCException words(PSQLException cause, String sql) {
        ServerErrorMessage server = cause.getServerErrorMessage();
        Violations violations = new Violations(cause, sql);
        return switch (cause.getSQLState()) {
            case "23502" -> violations.notNull(text(server.getTable()), text(server.getColumn()));
            case "23503" -> foreignKey(server, violations);
            case "23505" -> unique(server, violations);
            case "23514" -> check(server, violations);
            case "22001" -> tooLong(server, violations, sql);
            case "22021" ->
                    new DataException(
                            "PostgreSQL cannot store the character NUL (\\0) in a text.", cause);
            case "22003" ->
                    new DataException(
                            "A number is too large for its column: " + server.getMessage() + '.',
                            cause);
            case PostgresEngine.READ_ONLY_TRANSACTION ->
                    new GenericJDBCException(
                            ("PostgreSQL rejected a write in a transaction that only reads (%s). Write"
                                            + " in db.session() or in db.inTransaction(…), on a server"
                                            + " that is not a replica.")
                                    .formatted(server.getMessage()),
                            cause);
            case "25P02" ->
                    new GenericJDBCException(
                            "An earlier statement of this transaction failed. Roll back first.",
                            cause);
            case "42P01" ->
                    new SQLGrammarException(
                            ErrorSentences.noTable(quoted(server), model.get()), cause);
            case "42703" -> noColumn(server, cause, sql);
            default -> null;
        };
    }

    private JDBCException noColumn(ServerErrorMessage server, PSQLException cause, String sql) {
        Matcher unquoted =
                Pattern.compile("column (\\S+) does not exist").matcher(text(server.getMessage()));
        String name = unquoted.find() ? unquoted.group(1).replace("\"", "") : quoted(server);
        String column = name.substring(name.lastIndexOf('.') + 1);
        return new SQLGrammarException(ErrorSentences.noColumn(column, sql, model.get()), cause);
    }

    private static JDBCException unique(ServerErrorMessage server, Violations violations) {
        Matcher key = KEY.matcher(text(server.getDetail()));
        boolean known = key.matches();
        return violations.unique(
                text(server.getTable()),
                known ? columns(key) : List.of(),
                server.getConstraint(),
                known ? Optional.of(key.group("value")) : Optional.empty());
    }

    private JDBCException foreignKey(ServerErrorMessage server, Violations violations) {
        String child = text(server.getTable());
        String constraint = text(server.getConstraint());
        Matcher key = KEY.matcher(text(server.getDetail()));
        if (!key.matches()) {
            return violations.foreignKey(child);
        }
        Optional<String> value = Optional.of(key.group("value"));
        Matcher other = QUOTED.matcher(key.group("rest"));
        String otherTable = other.find() ? other.group(1) : "";
        if (key.group("rest").startsWith("is not present")) {
            return violations.parentMissing(child, columns(key), otherTable, constraint, value);
        }
        String parent = parentIn(text(server.getMessage()));
        return violations.stillReferredTo(
                parent, referring(otherTable, constraint), constraint, value);
    }

    /** {@code update or delete on table "users" violates foreign key constraint …}. */
    private static String parentIn(String message) {
        Matcher name = QUOTED.matcher(message);
        return name.find() ? name.group(1) : "";
    }

    private String referring(String child, String constraint) {
        return model.get().table(child).stream()
                .flatMap(facts -> facts.foreignKeys().stream())
                .filter(key -> constraint.equals(key.name()))
                .map(key -> Violations.target(child, key.columns()))
                .findFirst()
                .orElse(child);
    }

    private JDBCException check(ServerErrorMessage server, Violations violations) {
        String table = text(server.getTable());
        String name = text(server.getConstraint());
        return violations.check(table, model.get().checkedColumn(table, name), name);
    }

    /** PostgreSQL names neither table nor column here, but the statement and the model may. */
    private JDBCException tooLong(ServerErrorMessage server, Violations violations, String sql) {
        Matcher number = LENGTH.matcher(text(server.getMessage()));
        String length = number.find() ? number.group(1) : "";
        Optional<WriteStatement> words = WriteStatement.of(sql);
        String table = words.map(WriteStatement::table).orElse("");
        List<String> columns =
                model.get().table(table).stream()
                        .flatMap(facts -> facts.columns().stream())
                        .filter(column -> length.equals(declaredLength(column)))
                        .map(Column::name)
                        .filter(column -> words.get().mentions(column))
                        .toList();
        return violations.tooLong(table, columns, length);
    }

    private static String declaredLength(Column column) {
        return TextLength.of(column.typeSql()).map(String::valueOf).orElse("none");
    }

    private static List<String> columns(Matcher key) {
        return List.of(key.group("columns").replace("\"", "").split(", "));
    }

    private static String quoted(ServerErrorMessage server) {
        Matcher name = QUOTED.matcher(text(server.getMessage()));
        return name.find() ? name.group(1) : "";
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
