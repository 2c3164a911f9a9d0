package ormlab.migrate.postgres.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.SchemaDifference;
import ormlab.migrate.compare.TableDifference;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.migrate.internal.catalog.OwnedSequence;
import ormlab.migrate.script.Fills;
import ormlab.migrate.script.Step;
import ormlab.migrate.script.Transition;
import ormlab.schema.TableName;

/** What all planners of a migration share: the changes to make, and the steps so far. */
final class PlanContext {
    private final Transition transition;
    private final Casts casts;
    private final RecreatedTypes recreatedTypes;
    private final Map<TableName, RetypedColumns> retyped = new LinkedHashMap<>();
    private final Map<Phase, List<Step>> steps = new EnumMap<>(Phase.class);

    PlanContext(Transition transition, Casts casts) {
        this.transition = transition;
        this.casts = casts;
        this.recreatedTypes = new RecreatedTypes(transition);
        for (TableDifference table : difference().tables()) {
            retyped.put(table.after().name(), new RetypedColumns(table, recreatedTypes));
        }
    }

    SchemaDifference difference() {
        return transition.difference();
    }

    /** Returns the schema after the renames. */
    DatabaseSchema before() {
        return transition.before();
    }

    DatabaseSchema after() {
        return transition.after();
    }

    Fills fills() {
        return transition.fills();
    }

    Casts casts() {
        return casts;
    }

    RecreatedTypes recreatedTypes() {
        return recreatedTypes;
    }

    RetypedColumns retyped(TableDifference table) {
        return retyped.get(table.after().name());
    }

    /** Returns the names of the tables in which a column changes its type. */
    List<TableName> retypedTables() {
        return difference().tables().stream()
                .filter(Predicate.not(table -> retyped(table).isEmpty()))
                .map(table -> table.after().name())
                .toList();
    }

    /** Returns the sequence of a column, by its name after the renames. */
    TableName sequenceOf(TableName table, String column) {
        return before().ownedSequences().stream()
                .map(each -> PostgresRenames.renamed(each, difference().renames()))
                .filter(each -> each.isOf(table, column))
                .findFirst()
                .map(OwnedSequence::sequence)
                .orElseGet(() -> OwnedSequence.defaultName(table, column));
    }

    /** Returns the sequence that a column should have. */
    TableName wantedSequenceOf(TableName table, String column) {
        return after().ownedSequences().stream()
                .filter(each -> each.isOf(table, column))
                .findFirst()
                .map(OwnedSequence::sequence)
                .orElseGet(() -> OwnedSequence.defaultName(table, column));
    }

    String comment(Change change) {
        return transition.comment(change);
    }

    void add(Phase phase, String comment, String sql) {
        add(phase, new Step(comment, sql));
    }

    void add(Phase phase, Change change, String sql) {
        add(phase, comment(change), sql);
    }

    void add(Phase phase, Step step) {
        steps.computeIfAbsent(phase, none -> new ArrayList<>()).add(step);
    }

    /** Returns the steps by phase, and within a phase in the order in which they were added. */
    List<Step> steps() {
        return steps.values().stream().flatMap(List::stream).toList();
    }
}
