package ormlab.migrate.script;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.compare.LikelyRename;
import ormlab.migrate.compare.SchemaDiff;
import ormlab.migrate.compare.TableDifference;
import ormlab.migrate.engine.DatabaseSchema;
import ormlab.migrate.sql.Identifiers;
import ormlab.schema.CheckConstraint;
import ormlab.schema.Column;
import ormlab.schema.Column.Identity;
import ormlab.schema.ForeignKey;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/**
 * Finds out what a person must decide before a migration may be written.
 *
 * <p>It looks at the rows: what is empty loses nothing and needs no value.
 */
final class Judgement {
    private final Connection connection;
    private final SchemaDiff diff;
    private final Decisions decisions;
    private final boolean sqlite;
    private final List<Question> questions = new ArrayList<>();
    private TableDifference table;
    private TableRows rows;
    private final Set<String> asked = new HashSet<>();

    private Judgement(Connection connection, SchemaDiff diff, Decisions decisions) {
        this.connection = connection;
        this.diff = diff;
        this.decisions = decisions;
        this.sqlite = diff.found().sqlite();
    }

    static Judgement of(Connection connection, SchemaDiff diff, Decisions decisions)
            throws SQLException {
        Judgement judgement = new Judgement(connection, diff, decisions);
        judgement.look();
        return judgement;
    }

    void requireDecided() {
        if (!questions.isEmpty()) {
            throw new Undecided(questions);
        }
    }

    private void ask(String words, String... choices) {
        questions.add(new Question(words, List.of(choices)));
    }

    private void look() throws SQLException {
        for (LikelyRename rename : diff.likelyRenames()) {
            ask(rename.words(), rename.yes(), rename.no());
        }
        // What is no rename after all may be a loss: one thing after the other.
        if (!questions.isEmpty()) {
            return;
        }
        for (Table removed : diff.difference().removed()) {
            readers(removed.name(), "");
            long count = rowsOf(removed).count("true");
            if (count > 0 && !decisions.mayLose(removed.name().toString())) {
                ask(
                        "Table '"
                                + removed.name()
                                + "' holds "
                                + amount(count, "row")
                                + ", which dropping it loses.",
                        "dropping(\"" + removed.name() + "\")");
            }
        }
        for (TableDifference each : diff.difference().tables()) {
            if (!each.changes().isEmpty()) {
                lookAt(each);
                viewsOfRenamed(each);
            }
        }
        for (Change change : diff.difference().others()) {
            if (change instanceof Change.ChangedTypeValues changed) {
                lostValues(changed);
            }
        }
    }

    /** A view must go and come back when a type changes, but its text has the old names. */
    private void viewsOfRenamed(TableDifference each) throws SQLException {
        TableName name = each.after().name();
        TableName now = diff.renames().before(name);
        boolean renamed =
                !now.equals(name)
                        || diff.renames().columns().stream()
                                .anyMatch(column -> column.subject().equals(name));
        boolean retyped =
                each.changes().stream()
                        .anyMatch(
                                change ->
                                        change instanceof Change.ChangedType
                                                || change instanceof Change.ChangedCollation
                                                || change instanceof Change.ChangedGenerated);
        if (sqlite || !renamed || !retyped) {
            return;
        }
        for (String view : PostgresViews.reading(connection, now, "")) {
            ask(
                    "View '"
                            + view
                            + "' reads "
                            + now
                            + ", where a rename and a change of a type come together."
                            + " Make two migrations of them: first the rename.");
        }
    }

    /** SQLite tells of a broken view by itself, when the scripts are tried. */
    private void readers(TableName name, String column) throws SQLException {
        if (sqlite) {
            return;
        }
        TableName now = diff.renames().before(name);
        String then = column.isEmpty() ? "" : diff.renames().before(name, column);
        for (String view : PostgresViews.reading(connection, now, then)) {
            ask(
                    "After this migration view '"
                            + view
                            + "' could no longer be read (it reads "
                            + (column.isEmpty() ? name : name + "." + column)
                            + "). Drop or change it first.");
        }
    }

    private static String amount(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private TableRows rowsOf(Table found) {
        return new TableRows(connection, found, diff.renames(), sqlite);
    }

    private String quoted(String column) {
        return Identifiers.quoted(column, sqlite);
    }

    private String path(String column) {
        return table.after().name() + "." + column;
    }

    private void lookAt(TableDifference difference) throws SQLException {
        table = difference;
        rows = rowsOf(difference.before());
        asked.clear();
        for (Change change : difference.changes()) {
            if (change instanceof Change.RemovedColumn removed) {
                readers(table.after().name(), removed.column().name());
                if (change.destroysData()) {
                    lostColumn(removed.column());
                }
            } else if (change instanceof Change.ChangedGenerated changed) {
                if (change.destroysData()) {
                    lostColumn(changed.before());
                }
            } else if (change instanceof Change.AddedColumn added) {
                missingValues(added.column());
            } else if (change instanceof Change.ChangedNullability changed) {
                nulls(changed);
            } else if (change instanceof Change.ChangedType changed) {
                misfits(changed);
            } else if (change instanceof Change.ChangedOptions changed && !sqlite) {
                ask(
                        "How '"
                                + table.after().name()
                                + "' is kept ("
                                + changed.before().options()
                                + ") cannot be changed to ("
                                + changed.after().options()
                                + "). Write this migration by hand.");
            }
        }
        for (Change change : difference.changes()) {
            lookAtConstraint(change);
        }
    }

    private void lookAtConstraint(Change change) throws SQLException {
        if (change instanceof Change.AddedUnique added) {
            duplicates("unique constraint '" + added.key().name() + "'", added.key().columns());
        } else if (change instanceof Change.ChangedPrimaryKey changed
                && changed.after().isPresent()) {
            duplicates("primary key", changed.after().get().columns());
        } else if (change instanceof Change.AddedIndex added && added.index().unique()) {
            duplicates("unique index '" + added.index().name() + "'", added.index().columns());
        } else if (change instanceof Change.ChangedIndex changed && changed.after().unique()) {
            duplicates("unique index '" + changed.after().name() + "'", changed.after().columns());
        } else if (change instanceof Change.AddedForeignKey added) {
            orphans(added.reference());
        } else if (change instanceof Change.AddedCheck added) {
            violations(added.check());
        } else if (change instanceof Change.ChangedCheck changed) {
            violations(changed.after());
        }
    }

    // Columns ----------------------------------------------------------------------------------

    private void lostColumn(Column column) throws SQLException {
        boolean consented =
                decisions.mayLose(path(column.name()))
                        || decisions.mayLose(table.after().name().toString());
        long count = consented ? 0 : rows.count(quoted(column.name()) + " is not null");
        if (count > 0) {
            ask(
                    path(column.name())
                            + " holds "
                            + amount(count, "value")
                            + ", which dropping it loses.",
                    "dropping(\"" + path(column.name()) + "\")");
        }
    }

    private void missingValues(Column column) throws SQLException {
        boolean needed =
                !column.nullable()
                        && column.defaultValue().isEmpty()
                        && column.generated().isEmpty()
                        && column.identity() == Identity.NONE
                        && decisions.fillFor(table.after().name(), column.name()).isEmpty();
        long count = needed ? rows.count("true") : 0;
        if (count > 0) {
            ask(
                    path(column.name())
                            + " may not be null, but "
                            + table.after().name()
                            + " has "
                            + amount(count, "row")
                            + " without a value for it.",
                    "fill(\"" + path(column.name()) + "\", " + example(column) + ")",
                    "fillSql(\"" + path(column.name()) + "\", \"…\")");
        }
    }

    /** A value of the type, as Java. */
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

    private void nulls(Change.ChangedNullability change) throws SQLException {
        Column column = change.after();
        boolean needed =
                !column.nullable()
                        && decisions.fillFor(table.after().name(), column.name()).isEmpty();
        String condition = quoted(column.name()) + " is null";
        long count = needed ? rows.count(condition) : 0;
        if (count > 0) {
            ask(
                    path(column.name())
                            + " may no longer be null, but it is in "
                            + amount(count, "row")
                            + ": "
                            + rows.named(condition, Optional.empty())
                            + ".",
                    "fill(\"" + path(column.name()) + "\", " + example(column) + ")",
                    "fillSql(\"" + path(column.name()) + "\", \"…\")");
        }
    }

    private void misfits(Change.ChangedType change) throws SQLException {
        Column column = change.after();
        String path = path(column.name());
        boolean converted =
                decisions.conversionFor(table.after().name(), column.name()).isPresent();
        Fills fills = Fills.of(decisions);
        boolean cut = fills.converted(table.after(), change.before(), column).isPresent();
        asked.add(column.name().toLowerCase(Locale.ROOT));
        if (converted || cut || !change.destroysData()) {
            return;
        }
        int version = sqlite ? 0 : connection.getMetaData().getDatabaseMajorVersion();
        Optional<String> condition =
                new Fitting(sqlite, version, diff.model().types()).misfits(change.before(), column);
        long count = condition.isPresent() ? rows.count(condition.get()) : 0;
        if (count == 0 || decisions.mayLose(path)) {
            return;
        }
        boolean text =
                column.type().contains("char")
                        && (change.before().type().contains("char")
                                || change.before().type().equals("text"));
        String words =
                path
                        + " becomes "
                        + column.typeSql()
                        + ", but "
                        + amount(count, "row")
                        + (count == 1 ? " does" : " do")
                        + " not fit: "
                        + rows.named(condition.get(), Optional.of(quoted(column.name())))
                        + ".";
        String converting = "converting(\"" + path + "\", \"…\")";
        if (text) {
            ask(words + " They can be cut.", "dropping(\"" + path + "\")", converting);
        } else {
            ask(words, converting);
        }
    }

    // Constraints ------------------------------------------------------------------------------

    private boolean stood(List<String> columns) {
        return columns.stream()
                .allMatch(
                        column ->
                                table.before().column(column).isPresent()
                                        && decisions
                                                .conversionFor(table.after().name(), column)
                                                .isEmpty()
                                        && decisions
                                                .fillFor(table.after().name(), column)
                                                .isEmpty());
    }

    private void duplicates(String constraint, List<String> columns) throws SQLException {
        if (!stood(columns)) {
            return;
        }
        List<String> found = rows.duplicates(columns);
        if (!found.isEmpty()) {
            ask(
                    "The "
                            + constraint
                            + " on "
                            + table.after().name()
                            + " ("
                            + String.join(", ", columns)
                            + ") cannot be added: "
                            + String.join("; ", found)
                            + ". Change or delete these rows first.");
        }
    }

    private void orphans(ForeignKey reference) throws SQLException {
        Optional<Table> target = diff.renamed().table(reference.target());
        if (!stood(reference.columns()) || target.isEmpty()) {
            return;
        }
        String own = quoted(table.after().name().name());
        StringBuilder match = new StringBuilder();
        for (int i = 0; i < reference.columns().size(); i++) {
            String there = reference.targetColumns().get(i);
            if (target.get().column(there).isEmpty()) {
                return;
            }
            match.append(i == 0 ? "" : " and ")
                    .append("there.")
                    .append(quoted(there))
                    .append(" = ")
                    .append(own)
                    .append('.')
                    .append(quoted(reference.columns().get(i)));
        }
        String given =
                reference.columns().stream()
                        .map(column -> quoted(column) + " is not null")
                        .collect(Collectors.joining(" and "));
        String condition =
                given
                        + " and not exists (select 1 from "
                        + rowsOf(target.get()).source().replaceFirst("\\) [^)]*$", ") there")
                        + " where "
                        + match
                        + ")";
        long count = rows.count(condition);
        if (count > 0) {
            String value = quoted(reference.columns().get(0));
            ask(
                    "The foreign key from "
                            + table.after().name()
                            + " ("
                            + String.join(", ", reference.columns())
                            + ") to "
                            + reference.target()
                            + " cannot be added: "
                            + amount(count, "row")
                            + (count == 1 ? " refers" : " refer")
                            + " to nothing: "
                            + rows.named(condition, Optional.of(value))
                            + ". Change or delete these rows first.");
        }
    }

    private void violations(CheckConstraint check) throws SQLException {
        boolean stood =
                table.after().columns().stream()
                        .map(Column::name)
                        .filter(name -> check.words().contains(name.toLowerCase(Locale.ROOT)))
                        .allMatch(
                                name ->
                                        stood(List.of(name))
                                                && !asked.contains(name.toLowerCase(Locale.ROOT)));
        if (!stood) {
            return;
        }
        String condition = "not (" + check.condition().sql() + ")";
        long count = rows.count(condition);
        if (count > 0) {
            ask(
                    "The check '"
                            + check.name()
                            + "' ("
                            + check.condition()
                            + ") cannot be added: "
                            + amount(count, "row")
                            + " of "
                            + table.after().name()
                            + (count == 1 ? " breaks it: " : " break it: ")
                            + rows.named(condition, Optional.empty())
                            + ". Change or delete these rows first.");
        }
    }

    private void lostValues(Change.ChangedTypeValues change) throws SQLException {
        List<String> lost = new ArrayList<>(change.before().values());
        lost.removeAll(change.after().values());
        if (lost.isEmpty() || !change.after().enumeration()) {
            return;
        }
        String type = Identifiers.quoted(change.before().name(), false);
        String list = lost.stream().map(Identifiers::string).collect(Collectors.joining(", "));
        DatabaseSchema renamed = diff.renamed();
        for (Table each : renamed.tables()) {
            for (Column column : each.columns()) {
                boolean converted = decisions.conversionFor(each.name(), column.name()).isPresent();
                if (!column.type().equals(type) || converted) {
                    continue;
                }
                TableRows holders = rowsOf(each);
                String id = Identifiers.quoted(column.name(), false);
                String condition = id + "::text in (" + list + ")";
                long count = holders.count(condition);
                if (count > 0) {
                    String path = each.name() + "." + column.name();
                    ask(
                            "Type '"
                                    + change.before().name()
                                    + "' loses "
                                    + list
                                    + ", which "
                                    + path
                                    + " holds in "
                                    + amount(count, "row")
                                    + ": "
                                    + holders.named(condition, Optional.of(id))
                                    + ".",
                            "converting(\"" + path + "\", \"…\")");
                }
            }
        }
    }
}
