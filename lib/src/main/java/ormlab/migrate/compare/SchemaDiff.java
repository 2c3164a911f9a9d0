package ormlab.migrate.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ormlab.migrate.compare.Change.Removal;
import ormlab.migrate.compare.PartChange.RemovedPart;
import ormlab.migrate.compare.SequenceChange.RenamedSequence;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.migrate.internal.catalog.OwnedSequence;
import ormlab.migrate.internal.catalog.Sequence;
import ormlab.migrate.internal.catalog.UserDefinedType;
import ormlab.schema.Column.Identity;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/**
 * The difference between a database and a model.
 *
 * @param found everything in the database, also what is not compared
 * @param renamed what is in the database once the renames are made
 * @param model what the model asks for
 * @param renames the renames that were decided
 * @param difference the differences table by table, after the renames
 * @param likelyRenames what may be a rename and was not decided; no script is written before
 * @param madeByHand the constraints that would go although no migration made them
 */
public record SchemaDiff(
        DatabaseSchema found,
        DatabaseSchema renamed,
        DatabaseSchema model,
        Renames renames,
        SchemaDifference difference,
        List<LikelyRename> likelyRenames,
        List<RemovedPart> madeByHand) {
    /** Copies the lists. */
    public SchemaDiff {
        madeByHand = List.copyOf(madeByHand);
        likelyRenames = List.copyOf(likelyRenames);
    }

    /** Returns what has to change, tables before their indexes; empty when nothing does. */
    public List<Change> changes() {
        return difference.changes();
    }

    /** Returns whether database and model agree. */
    public boolean isEmpty() {
        return changes().isEmpty();
    }

    /** Returns whether there was no model to compare with: then nothing is ever detected. */
    public boolean hasNoModels() {
        return model.tables().isEmpty();
    }

    /** Returns the database once everything is changed: the model, and what no model knows. */
    public DatabaseSchema upgraded() {
        List<Table> tables = new ArrayList<>(model.tables());
        renamed.tables().stream()
                .filter(table -> model.table(table.name()).isEmpty())
                .filter(table -> !difference.removed().contains(table))
                .forEach(tables::add);
        List<TableName> known = new ArrayList<>();
        model.sequences().forEach(sequence -> known.add(sequence.name()));
        model.types().forEach(type -> known.add(type.name()));
        difference.others(RenamedSequence.class).forEach(each -> known.add(each.from().name()));
        difference.others().stream()
                .filter(Removal.class::isInstance)
                .forEach(each -> known.add(each.subject()));
        List<Sequence> sequences = new ArrayList<>(model.sequences());
        renamed.sequences().stream()
                .filter(each -> !known.contains(each.name()))
                .forEach(sequences::add);
        List<UserDefinedType> types = new ArrayList<>(model.types());
        renamed.types().stream().filter(each -> !known.contains(each.name())).forEach(types::add);
        return new DatabaseSchema(
                        model.engine(),
                        tables,
                        renamed.views(),
                        renamed.triggers(),
                        sequences,
                        types)
                .withOwnedSequences(ownedSequences());
    }

    /** A sequence with a name of its own keeps it; all others are named after their columns. */
    private List<OwnedSequence> ownedSequences() {
        return model.ownedSequences().stream().map(each -> namedBefore(each).orElse(each)).toList();
    }

    private Optional<OwnedSequence> namedBefore(OwnedSequence now) {
        TableName table = renames.before(now.table());
        String column = renames.before(now.table(), now.column());
        return renamed.ownedSequences().stream()
                .filter(old -> old.isOf(table, column))
                .filter(old -> !old.sequence().equals(OwnedSequence.usualName(table, column)))
                .filter(old -> isSerial(renamed, now) == isSerial(model, now))
                .map(old -> new OwnedSequence(now.table(), now.column(), old.sequence()))
                .findFirst();
    }

    /** A serial column becomes an identity column by a sequence of another kind. */
    private static boolean isSerial(DatabaseSchema schema, OwnedSequence sequence) {
        return schema.table(sequence.table())
                .flatMap(table -> table.column(sequence.column()))
                .filter(column -> column.identity() == Identity.SERIAL)
                .isPresent();
    }

    /** Writes a line for each change, or why there is none. */
    @Override
    public String toString() {
        if (hasNoModels()) {
            return "No models are registered, so there is nothing to compare the database with."
                    + " Register them first: db.models(User.class, …).";
        }
        if (isEmpty()) {
            int tables = model.tables().size();
            return "No difference: "
                    + (tables == 1
                            ? "the table in the database matches its model."
                            : "all " + tables + " tables in the database match the models.");
        }
        return changes().stream().map(Change::words).collect(Collectors.joining("\n"));
    }
}
