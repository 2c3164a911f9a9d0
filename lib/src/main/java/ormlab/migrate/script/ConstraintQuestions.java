package ormlab.migrate.script;

import static ormlab.migrate.script.Judgement.amount;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

/** Finds the rows of one table that a new constraint would reject. */
final class ConstraintQuestions {
    private final TableDifference table;
    private final TableName name;
    private final ExistingRows rows;
    private final Decisions decisions;
    private final Engine engine;
    private final Conversions conversions;
    private final Function<TableName, Optional<ExistingRows>> rowsOf;

    /**
     * @param rows the rows with their future values
     */
    ConstraintQuestions(
            TableDifference table,
            ExistingRows rows,
            Decisions decisions,
            Engine engine,
            Conversions conversions,
            Function<TableName, Optional<ExistingRows>> rowsOf) {
        this.table = table;
        this.name = table.after().name();
        this.rows = rows;
        this.decisions = decisions;
        this.engine = engine;
        this.conversions = conversions;
        this.rowsOf = rowsOf;
    }

    /**
     * Returns what prevents a change, or empty.
     *
     * @param misfits the columns whose values do not fit, which another question covers
     */
    Optional<Question> about(Change change, Set<String> misfits) throws SQLException {
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
                : violations((CheckConstraint) part.part(), misfits);
    }

    private boolean exist(List<String> columns) {
        return columns.stream().allMatch(column -> table.before().column(column).isPresent());
    }

    private Optional<Question> duplicates(String constraint, List<String> columns)
            throws SQLException {
        List<String> found = exist(columns) ? rows.duplicates(columns) : List.of();
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
        if (!exist(columns)
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

    private Optional<Question> violations(CheckConstraint check, Set<String> misfits)
            throws SQLException {
        List<String> columns =
                table.after().columns().stream()
                        .map(Column::name)
                        .filter(column -> check.words().contains(column.toLowerCase(Locale.ROOT)))
                        .toList();
        boolean asked = columns.stream().anyMatch(misfits::contains);
        String condition = "not (" + check.condition().sql() + ")";
        long count = exist(columns) && !asked ? rows.count(condition) : 0;
        if (count == 0) {
            return Optional.empty();
        }
        Optional<ChangedType> unconverted =
                table.changes(ChangedType.class).stream()
                        .filter(change -> columns.contains(change.name()))
                        .filter(change -> decisions.conversionFor(name, change.name()).isEmpty())
                        .findFirst();
        return unconverted.isPresent()
                ? Optional.of(rejected(check, unconverted.get(), condition, count))
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

    private Question rejected(
            CheckConstraint check, ChangedType change, String condition, long count)
            throws SQLException {
        String path = name + "." + change.name();
        return Question.of(
                "%s becomes %s, but the check '%s' (%s) rejects %s: %s."
                        .formatted(
                                path,
                                change.after().typeSql(),
                                check.name(),
                                check.condition(),
                                amount(count, "row"),
                                rows.named(condition, Optional.of(engine.quoted(change.name())))),
                "converting(\"%s\", \"%s\")"
                        .formatted(path, conversions.suggested(table, change.after())));
    }
}
