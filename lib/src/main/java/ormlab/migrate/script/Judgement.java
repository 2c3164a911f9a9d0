package ormlab.migrate.script;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.ColumnChange.ChangedType;
import ormlab.migrate.compare.ColumnChange.RemovedColumn;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.compare.PartChange.RemovedPart;
import ormlab.migrate.compare.SchemaDiff;
import ormlab.migrate.compare.TableDifference;
import ormlab.migrate.compare.TypeChange.ChangedTypeValues;
import ormlab.migrate.internal.sql.Identifiers;
import ormlab.schema.Column;
import ormlab.schema.Table;

/**
 * Finds out what you must decide before a migration may be written.
 *
 * <p>It looks at the rows: an empty table has nothing to lose and needs no value.
 */
final class Judgement {
    private final Connection connection;
    private final SchemaDiff diff;
    private final Decisions decisions;
    private final ScriptEngine engine;

    Judgement(Connection connection, SchemaDiff diff, Decisions decisions, ScriptEngine engine) {
        this.connection = connection;
        this.diff = diff;
        this.decisions = decisions;
        this.engine = engine;
    }

    List<Question> questions() throws SQLException {
        if (!diff.likelyRenames().isEmpty()) {
            // Something that is not a rename may be a loss, which is the next question.
            return diff.likelyRenames().stream()
                    .map(rename -> new Question(rename.words(), rename.choices()))
                    .toList();
        }
        List<Question> questions = new ArrayList<>(engine.obstacles(connection, diff));
        for (Table removed : diff.difference().removed()) {
            if (!diff.renames().makesRoom(removed.name(), diff.model())) {
                lostTable(removed).ifPresent(questions::add);
            }
        }
        for (TableDifference table : diff.difference().tables()) {
            if (!table.changes().isEmpty()) {
                questions.addAll(inside(table));
            }
        }
        diff.madeByHand().stream().flatMap(this::lostConstraint).forEach(questions::add);
        for (Change change : diff.difference().others()) {
            if (change instanceof ChangedTypeValues changed) {
                questions.addAll(lostValues(changed));
            }
        }
        return questions;
    }

    private Stream<Question> lostConstraint(RemovedPart removed) {
        String path = removed.subject() + "." + removed.label();
        return decisions.mayLose(path)
                ? Stream.empty()
                : Stream.of(
                        Question.of(
                                ("Neither the models nor the migrations mention the %s. Add it to"
                                                + " the models to keep it.")
                                        .formatted(removed.what()),
                                "dropping(\"" + path + "\")"));
    }

    private ExistingRows rowsOf(Table table) {
        return new ExistingRows(connection, table, diff.renames(), engine);
    }

    private List<Question> inside(TableDifference table) throws SQLException {
        Conversions conversions = new Conversions(connection, diff, decisions, engine);
        ExistingRows rows = rowsOf(table.before());
        ColumnQuestions columns =
                new ColumnQuestions(
                        table,
                        rows,
                        decisions,
                        engine.engine(),
                        (was, column) ->
                                engine.misfits(connection, was, column, diff.model().types()),
                        conversions);
        ConstraintQuestions constraints =
                new ConstraintQuestions(
                        table,
                        rows.with(conversions.there(table)),
                        decisions,
                        engine.engine(),
                        conversions,
                        target -> diff.renamed().table(target).map(this::rowsOf));
        List<Question> questions = new ArrayList<>();
        Set<String> misfits = new HashSet<>();
        for (Change change : table.changes()) {
            Optional<Question> question =
                    isDecided(change, table) ? Optional.empty() : columns.about(change);
            if (change instanceof ChangedType changed) {
                question.ifPresent(each -> misfits.add(changed.name()));
                conversions.questionBack(table, changed, rows).ifPresent(questions::add);
            }
            question.ifPresent(questions::add);
        }
        for (Change change : table.changes()) {
            constraints.about(change, misfits).ifPresent(questions::add);
        }
        return questions;
    }

    /** Returns whether a column was decided about because it makes room for another one. */
    private boolean isDecided(Change change, TableDifference table) {
        return change instanceof RemovedColumn removed
                && diff.renames().makesRoom(removed.subject(), removed.name(), table.after());
    }

    /** Writes an amount: {@code 1 row}, {@code 2 rows}. */
    static String amount(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private Optional<Question> lostTable(Table table) throws SQLException {
        String name = table.name().toString();
        long count = decisions.mayLose(name) ? 0 : rowsOf(table).count("true");
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        Question.of(
                                "Table '%s' holds %s, which dropping it loses."
                                        .formatted(name, amount(count, "row")),
                                "dropping(\"" + name + "\")"));
    }

    /** Returns a question for each removed value of an enumeration that rows still have. */
    private List<Question> lostValues(ChangedTypeValues change) throws SQLException {
        List<String> lost = new ArrayList<>(change.before().values());
        lost.removeAll(change.type().values());
        List<Question> questions = new ArrayList<>();
        if (lost.isEmpty() || !change.type().enumeration()) {
            return questions;
        }
        String type = engine.engine().quoted(change.before().name());
        String list = String.join(", ", lost.stream().map(Identifiers::string).toList());
        for (Table table : diff.renamed().tables()) {
            for (Column column : table.columns()) {
                boolean converted =
                        decisions.conversionFor(table.name(), column.name()).isPresent();
                if (column.type().equals(type) && !converted && keepsType(table, column)) {
                    lostValues(change, list, table, column).ifPresent(questions::add);
                }
            }
        }
        return questions;
    }

    /** Returns whether a column still uses a type; a dropped column loses its values anyway. */
    private boolean keepsType(Table table, Column column) {
        return !diff.difference().removed().contains(table)
                && diff.model()
                        .table(table.name())
                        .map(wanted -> wanted.column(column.name()))
                        .map(wanted -> wanted.filter(c -> c.type().equals(column.type())))
                        .map(Optional::isPresent)
                        .orElse(true);
    }

    private Optional<Question> lostValues(
            ChangedTypeValues change, String list, Table table, Column column) throws SQLException {
        ExistingRows rows = rowsOf(table);
        String id = engine.engine().quoted(column.name());
        String condition = id + "::text in (" + list + ")";
        long count = rows.count(condition);
        if (count == 0) {
            return Optional.empty();
        }
        String path = table.name() + "." + column.name();
        return Optional.of(
                Question.of(
                        "Type '%s' loses %s, which %s holds in %s: %s."
                                .formatted(
                                        change.before().name(),
                                        list,
                                        path,
                                        amount(count, "row"),
                                        rows.named(condition, Optional.of(id))),
                        "converting(\"" + path + "\", \"…\")"));
    }
}
