package ormlab.migrate.script;

import static ormlab.migrate.script.Judgement.amount;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import ormlab.dialect.Engine;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.ColumnChange.ChangedType;
import ormlab.migrate.compare.ConstraintChange.ChangedPrimaryKey;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.compare.PartChange;
import ormlab.migrate.compare.PartChange.RemovedPart;
import ormlab.migrate.compare.TableDifference;
import ormlab.schema.CheckConstraint;
import ormlab.schema.Column;
import ormlab.schema.ForeignKey;
import ormlab.schema.Index;
import ormlab.schema.Key;
import ormlab.schema.TableName;

/**
 * Names the rows of one table that a new constraint would reject. Columns that get new values in
 * the same migration are not looked at: only the database can tell then.
 */
final class ConstraintQuestions {
    private final TableDifference table;
    private final TableName name;
    private final ExistingRows rows;
    private final Decisions decisions;
    private final Engine engine;
    private final Function<TableName, Optional<ExistingRows>> rowsOf;

    ConstraintQuestions(
            TableDifference table,
            ExistingRows rows,
            Decisions decisions,
            Engine engine,
            Function<TableName, Optional<ExistingRows>> rowsOf) {
        this.table = table;
        this.name = table.after().name();
        this.rows = rows;
        this.decisions = decisions;
        this.engine = engine;
        this.rowsOf = rowsOf;
    }

    /** Returns what stands in the way of a change, or empty. */
    Optional<Question> about(Change change) throws SQLException {
        if (change instanceof ChangedPrimaryKey changed && changed.after().isPresent()) {
            return duplicates("primary key", changed.after().get().columns());
        }
        if (!(change instanceof PartChange part) || change instanceof RemovedPart) {
            return Optional.empty();
        }
        if (part.part() instanceof Key key) {
            return duplicates("unique constraint '" + key.name() + "'", key.columns());
        }
        if (part.part() instanceof Index index) {
            return index.unique()
                    ? duplicates("unique index '" + index.name() + "'", index.columns())
                    : Optional.empty();
        }
        return part.part() instanceof ForeignKey key
                ? orphans(key)
                : violations((CheckConstraint) part.part());
    }

    private boolean keepValues(List<String> columns) {
        return columns.stream()
                .allMatch(
                        column ->
                                table.before().column(column).isPresent()
                                        && decisions.conversionFor(name, column).isEmpty()
                                        && decisions.fillFor(name, column).isEmpty());
    }

    private Optional<Question> duplicates(String constraint, List<String> columns)
            throws SQLException {
        List<String> found = keepValues(columns) ? rows.duplicates(columns) : List.of();
        return found.isEmpty()
                ? Optional.empty()
                : ask(
                        "The %s on %s (%s) cannot be added: %s"
                                .formatted(
                                        constraint,
                                        name,
                                        String.join(", ", columns),
                                        String.join("; ", found)));
    }

    private Optional<Question> orphans(ForeignKey foreignKey) throws SQLException {
        Optional<ExistingRows> target = rowsOf.apply(foreignKey.target());
        List<String> columns = foreignKey.columns();
        if (!keepValues(columns)
                || target.isEmpty()
                || !target.get().hasColumns(foreignKey.targetColumns())) {
            return Optional.empty();
        }
        String condition =
                "%s and not exists (select 1 from %s where %s)"
                        .formatted(
                                rows.given(columns),
                                target.get().as("there"),
                                matching(foreignKey, "there"));
        long count = rows.count(condition);
        if (count == 0) {
            return Optional.empty();
        }
        Optional<String> value = Optional.of(engine.quoted(columns.get(0)));
        return ask(
                "The foreign key from %s (%s) to %s cannot be added: %s %s to nothing: %s"
                        .formatted(
                                name,
                                String.join(", ", columns),
                                foreignKey.target(),
                                amount(count, "row"),
                                count == 1 ? "refers" : "refer",
                                rows.named(condition, value)));
    }

    private String matching(ForeignKey foreignKey, String target) {
        List<String> matches = new ArrayList<>();
        for (int i = 0; i < foreignKey.columns().size(); i++) {
            matches.add(
                    "%s.%s = %s.%s"
                            .formatted(
                                    target,
                                    engine.quoted(foreignKey.targetColumns().get(i)),
                                    engine.quoted(name.name()),
                                    engine.quoted(foreignKey.columns().get(i))));
        }
        return String.join(" and ", matches);
    }

    private Optional<Question> ask(String problem) {
        return Optional.of(Question.of(problem + ". Change or delete these rows first."));
    }

    private Optional<Question> violations(CheckConstraint check) throws SQLException {
        String condition = "not (" + check.condition().sql() + ")";
        long count = mayBreak(check) ? rows.count(condition) : 0;
        return count == 0
                ? Optional.empty()
                : ask(
                        "The check '%s' (%s) cannot be added: %s of %s %s it: %s"
                                .formatted(
                                        check.name(),
                                        check.condition(),
                                        amount(count, "row"),
                                        name,
                                        count == 1 ? "breaks" : "break",
                                        rows.named(condition, Optional.empty())));
    }

    /** Whether the columns of a check keep their values and their types. */
    private boolean mayBreak(CheckConstraint check) {
        List<String> columns =
                table.after().columns().stream()
                        .map(Column::name)
                        .filter(column -> check.words().contains(column.toLowerCase(Locale.ROOT)))
                        .toList();
        return keepValues(columns)
                && table.changes(ChangedType.class).stream()
                        .noneMatch(change -> columns.contains(change.name()));
    }
}
