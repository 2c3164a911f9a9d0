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
 * @param found everything in the database, including what is not compared
 * @param renamed the database after the renames
 * @param model what the model asks for
 * @param renames the renames that were decided
 * @param difference the differences table by table, after the renames
 * @param likelyRenames possible renames that were not decided; they must be decided before a script
 *     is written
 * @param madeByHand the constraints that would be dropped although no migration created them
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

    /** Returns what must change, tables before their indexes; empty if nothing must. */
    public List<Change> changes() {
        return difference.changes();
    }

    /** Returns whether database and model agree. */
    public boolean isEmpty() {
        return changes().isEmpty();
    }

    /** Returns whether there was no model to compare with, so that no difference was detected. */
    public boolean hasNoModels() {
        return model.tables().isEmpty();
    }

    /** Returns the database after all changes: the model, and everything that no model has. */
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

    /** Keeps the sequences that were named explicitly; all others are named after their columns. */
    private List<OwnedSequence> ownedSequences() {
        return model.ownedSequences().stream().map(each -> namedBefore(each).orElse(each)).toList();
    }

    private Optional<OwnedSequence> namedBefore(OwnedSequence now) {
        TableName table = renames.before(now.table());
        String column = renames.before(now.table(), now.column());
        return renamed.ownedSequences().stream()
                .filter(old -> old.isOf(table, column))
                .filter(old -> !old.sequence().equals(OwnedSequence.defaultName(table, column)))
                .filter(old -> isSerial(renamed, now) == isSerial(model, now))
                .map(old -> new OwnedSequence(now.table(), now.column(), old.sequence()))
                .findFirst();
    }

    /**
     * Returns whether a sequence belongs to a serial column; an identity column uses another kind.
     */
    private static boolean isSerial(DatabaseSchema schema, OwnedSequence sequence) {
        return schema.table(sequence.table())
                .flatMap(table -> table.column(sequence.column()))
                .filter(column -> column.identity() == Identity.SERIAL)
                .isPresent();
    }

    /** Returns a line for each change, or says why there is none. */
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
