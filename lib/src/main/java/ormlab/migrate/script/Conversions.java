package ormlab.migrate.script;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ormlab.dialect.Engine;
import ormlab.migrate.compare.ColumnChange.ChangedType;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.compare.SchemaDiff;
import ormlab.migrate.compare.TableDifference;
import ormlab.migrate.internal.sql.Identifiers;
import ormlab.schema.Column;
import ormlab.schema.TableName;

/** Finds the expressions that convert values to another type and back. */
final class Conversions {
    private final Connection connection;
    private final SchemaDiff diff;
    private final Decisions decisions;
    private final ScriptEngine scripts;
    private final Engine engine;

    Conversions(Connection connection, SchemaDiff diff, Decisions decisions, ScriptEngine scripts) {
        this.connection = connection;
        this.diff = diff;
        this.decisions = decisions;
        this.scripts = scripts;
        this.engine = diff.found().engine();
    }

    /**
     * Returns a suggested conversion, which maps each value to another one if both sides list the
     * same number.
     */
    String suggested(TableDifference table, Column column) {
        List<String> before = ListedValues.of(table.before(), column.name(), engine);
        List<String> after = ListedValues.of(table.after(), column.name(), engine);
        return before.isEmpty() || before.size() != after.size()
                ? "…"
                : cases(engine.quoted(column.name()), before, after).replace("\"", "\\\"");
    }

    private static String cases(String value, List<String> from, List<String> to) {
        StringBuilder cases = new StringBuilder("case ").append(value);
        for (int i = 0; i < from.size(); i++) {
            cases.append(" when ").append(from.get(i)).append(" then ").append(to.get(i));
        }
        return cases.append(" end").toString();
    }

    /** Returns the expressions for the rows' future values, by column. */
    Map<String, String> there(TableDifference table) throws SQLException {
        Fills fills = Fills.ofUpgrade(decisions, engine);
        TableName name = table.after().name();
        Map<String, String> there = new LinkedHashMap<>();
        for (Column column : table.after().columns()) {
            Optional<Column> was = table.before().column(column.name());
            if (was.isEmpty() || column.generated().isPresent()) {
                continue;
            }
            String id = engine.quoted(column.name());
            Optional<String> decided = fills.converted(name, was.get(), column);
            String value =
                    decided.isPresent() || was.get().type().equals(column.type())
                            ? decided.orElse(id)
                            : scripts.retyped(connection, was.get(), column);
            Optional<String> fill =
                    column.nullable() ? Optional.empty() : fills.value(name, column);
            String filled = fill.map(each -> "coalesce(" + value + ", " + each + ")").orElse(value);
            if (!filled.equals(id)) {
                there.put(column.name(), filled);
            }
        }
        return there;
    }

    /**
     * Returns the expressions for the downgrade by table and column, which have their old names.
     */
    Map<String, String> back() throws SQLException {
        Map<String, String> back = new LinkedHashMap<>();
        for (TableDifference table : diff.difference().tables()) {
            for (ChangedType change : table.changes(ChangedType.class)) {
                TableName name = change.subject();
                String path =
                        diff.renames().before(name)
                                + "."
                                + diff.renames().before(name, change.name());
                back(table, change).ifPresent(expression -> back.put(path, expression));
            }
        }
        return back;
    }

    /** Returns the expression that restores the old values; empty to leave it to the database. */
    Optional<String> back(TableDifference table, ChangedType change) throws SQLException {
        Optional<String> decided = decisions.conversionBackFor(change.subject(), change.name());
        Optional<String> there = decisions.conversionFor(change.subject(), change.name());
        return decided.isPresent() || there.isEmpty()
                ? decided
                : inverse(table, change, there.get());
    }

    /**
     * Returns the question about the downgrade of a conversion, if rows would not fit into the old
     * type.
     */
    Optional<Question> questionBack(TableDifference table, ChangedType change, ExistingRows rows)
            throws SQLException {
        if (decisions.conversionFor(change.subject(), change.name()).isEmpty()
                || back(table, change).isPresent()) {
            return Optional.empty();
        }
        Optional<String> condition =
                scripts.misfits(connection, change.after(), change.before(), diff.found().types());
        ExistingRows then = rows.with(there(table));
        long count = condition.isPresent() ? then.count(condition.get()) : 0;
        if (count == 0) {
            return Optional.empty();
        }
        String path = change.subject() + "." + change.name();
        return Optional.of(
                Question.of(
                        "A downgrade makes %s %s again, into which %s would not fit: %s."
                                .formatted(
                                        path,
                                        change.before().typeSql(),
                                        Judgement.amount(count, "value"),
                                        then.named(
                                                condition.get(),
                                                Optional.of(engine.quoted(change.name())))),
                        "converting(\"" + path + "\", \"…\", \"…\")"));
    }

    /** Finds the reverse of a conversion by trying it with each value that the old check lists. */
    private Optional<String> inverse(TableDifference table, ChangedType change, String there)
            throws SQLException {
        String column = engine.quoted(change.name());
        List<String> before = ListedValues.of(table.before(), change.name(), engine);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        String values =
                before.stream()
                        .map(value -> "select " + value + " as " + column)
                        .collect(Collectors.joining(" union all "));
        String query =
                "select %s from (%s) %s"
                        .formatted(there, values, engine.quoted(change.subject().name()));
        List<@Nullable String> after =
                scripts.attempt(connection, () -> rows(query)).orElse(List.of());
        boolean reversible =
                after.size() == before.size()
                        && !after.contains(null)
                        && new HashSet<>(after).size() == after.size();
        if (!reversible) {
            return Optional.empty();
        }
        boolean texts =
                change.after().type().contains("char") || change.after().type().equals("text");
        List<String> from =
                after.stream()
                        .map(String::valueOf)
                        .map(each -> texts ? Identifiers.string(each) : each)
                        .toList();
        String was = engine.quoted(diff.renames().before(change.subject(), change.name()));
        return Optional.of(
                "cast(%s as %s)".formatted(cases(was, from, before), change.before().typeSql()));
    }

    private List<@Nullable String> rows(String query) throws SQLException {
        List<@Nullable String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
