package ormlab.migrate.script;

import static ormlab.migrate.script.Judgement.amount;

import java.sql.SQLException;
import java.util.Optional;
import ormlab.dialect.Engine;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.ColumnChange.AddedColumn;
import ormlab.migrate.compare.ColumnChange.ChangedGenerated;
import ormlab.migrate.compare.ColumnChange.ChangedNullability;
import ormlab.migrate.compare.ColumnChange.ChangedType;
import ormlab.migrate.compare.ColumnChange.RemovedColumn;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.compare.TableDifference;
import ormlab.schema.Column;

/** Asks for the decisions about the columns of one table. */
final class ColumnQuestions {
    private final TableDifference table;
    private final ExistingRows rows;
    private final Decisions decisions;
    private final Engine engine;
    private final Misfits misfits;
    private final Conversions conversions;

    /** Finds values that do not fit a new type. */
    interface Misfits {
        /** Returns the condition that finds them; empty if there is no way to check. */
        Optional<String> condition(Column was, Column column) throws SQLException;
    }

    ColumnQuestions(
            TableDifference table,
            ExistingRows rows,
            Decisions decisions,
            Engine engine,
            Misfits misfits,
            Conversions conversions) {
        this.misfits = misfits;
        this.conversions = conversions;
        this.table = table;
        this.rows = rows;
        this.decisions = decisions;
        this.engine = engine;
    }

    /** Returns the question that a change raises, or empty. */
    Optional<Question> about(Change change) throws SQLException {
        if (change instanceof RemovedColumn removed) {
            return removed.column().generated().isPresent()
                    ? lostExpression(removed.column(), "and the models do not have it")
                    : loss(removed.column(), needsFill(removed.column()));
        }
        if (change instanceof ChangedGenerated changed && changed.after().generated().isEmpty()) {
            return lostExpression(changed.before(), "but its model is not");
        }
        if (change instanceof ChangedGenerated changed && change.destroysData()) {
            return loss(changed.before(), false);
        }
        if (change instanceof AddedColumn added && needsFill(added.column())) {
            return missingValues(added.column());
        }
        if (change instanceof ChangedNullability changed && !changed.after().nullable()) {
            return nulls(changed.after());
        }
        return change instanceof ChangedType changed && change.destroysData()
                ? misfits(changed)
                : Optional.empty();
    }

    private String path(Column column) {
        return table.after().name() + "." + column.name();
    }

    private boolean isFilled(Column column) {
        return decisions.fillFor(table.after().name(), column.name()).isPresent();
    }

    private boolean needsFill(Column column) {
        return Fills.needsValue(column) && !isFilled(column);
    }

    /** A downgrade adds the column again, which may need a value that only you can choose. */
    private Optional<Question> loss(Column column, boolean fillsBack) throws SQLException {
        String path = path(column);
        long count = mayLose(path) ? 0 : rows.count(engine.quoted(column.name()) + " is not null");
        if (count == 0) {
            return Optional.empty();
        }
        String words = path + " holds " + amount(count, "value") + ", which dropping it loses.";
        String drop = "dropping(\"" + path + "\")";
        return Optional.of(
                fillsBack
                        ? Question.of(
                                words
                                        + " It may not be null, so without a value to fill in, a"
                                        + " downgrade fails while there are rows.",
                                drop,
                                drop + "." + fill(column))
                        : Question.of(words, drop));
    }

    /**
     * Asks before an expression is dropped, because the values cannot be computed again without it.
     */
    private Optional<Question> lostExpression(Column column, String words) {
        String path = path(column);
        return mayLose(path)
                ? Optional.empty()
                : Optional.of(
                        Question.of(
                                "%s is computed from %s, %s."
                                        .formatted(
                                                path,
                                                column.generated().orElseThrow().expression(),
                                                words),
                                "dropping(\"" + path + "\")"));
    }

    private boolean mayLose(String path) {
        return decisions.mayLose(path) || decisions.mayLose(table.after().name().toString());
    }

    private Optional<Question> missingValues(Column column) throws SQLException {
        long count = rows.count("true");
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        askForFill(
                                column,
                                "%s may not be null, but %s has %s without a value for it."
                                        .formatted(
                                                path(column),
                                                table.after().name(),
                                                amount(count, "row"))));
    }

    private Optional<Question> nulls(Column column) throws SQLException {
        String condition = engine.quoted(column.name()) + " is null";
        long count = isFilled(column) ? 0 : rows.count(condition);
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        askForFill(
                                column,
                                "%s may no longer be null, but it is in %s: %s."
                                        .formatted(
                                                path(column),
                                                amount(count, "row"),
                                                rows.named(condition, Optional.empty()))));
    }

    private Question askForFill(Column column, String words) {
        return Question.of(words, fill(column), "fillSql(\"" + path(column) + "\", \"…\")");
    }

    private String fill(Column column) {
        return "fill(\"" + path(column) + "\", " + example(column) + ")";
    }

    /** Returns an example value of the type, as Java. */
    private static String example(Column column) {
        String type = column.type();
        if (type.contains("char") || type.contains("text")) {
            return "\"…\"";
        }
        if (type.startsWith("bool")) {
            return "false";
        }
        if (type.startsWith("timestamp")) {
            return "LocalDateTime.now()";
        }
        return type.startsWith("date") ? "LocalDate.now()" : "0";
    }

    private Optional<Question> misfits(ChangedType change) throws SQLException {
        Column column = change.after();
        String path = path(column);
        boolean decided =
                decisions.mayLose(path)
                        || decisions.conversionFor(table.after().name(), column.name()).isPresent();
        Optional<String> condition =
                decided ? Optional.empty() : misfits.condition(change.before(), column);
        long count = condition.isPresent() ? rows.count(condition.get()) : 0;
        if (count == 0) {
            return Optional.empty();
        }
        String words =
                "%s becomes %s, but %s %s not fit: %s."
                        .formatted(
                                path,
                                column.typeSql(),
                                amount(count, "row"),
                                count == 1 ? "does" : "do",
                                rows.named(
                                        condition.get(),
                                        Optional.of(engine.quoted(column.name()))));
        String converting =
                "converting(\"%s\", \"%s\")".formatted(path, conversions.suggested(table, column));
        String was = change.before().type();
        boolean text =
                column.type().contains("char") && (was.contains("char") || was.equals("text"));
        return Optional.of(
                text
                        ? Question.of(
                                words + " They can be cut.",
                                "dropping(\"" + path + "\")",
                                converting)
                        : Question.of(words, converting));
    }
}
