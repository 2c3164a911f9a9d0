package ormlab.migrate.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ormlab.migrate.catalog.DatabaseSchema;
import ormlab.migrate.catalog.OwnedSequence;
import ormlab.migrate.catalog.Sequence;
import ormlab.migrate.catalog.UserDefinedType;
import ormlab.migrate.compare.SequenceChange.RemovedSequence;
import ormlab.migrate.compare.SequenceChange.RenamedSequence;
import ormlab.migrate.compare.TypeChange.RemovedType;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/** Is the difference between a database and a model; immutable. */
public final class SchemaDiff {
    private final DatabaseSchema found;
    private final DatabaseSchema renamed;
    private final DatabaseSchema model;
    private final Renames renames;
    private final SchemaDifference difference;
    private final List<LikelyRename> likelyRenames;

    SchemaDiff(
            DatabaseSchema found,
            DatabaseSchema renamed,
            DatabaseSchema model,
            Renames renames,
            SchemaDifference difference,
            List<LikelyRename> likelyRenames) {
        this.found = found;
        this.renamed = renamed;
        this.model = model;
        this.renames = renames;
        this.difference = difference;
        this.likelyRenames = List.copyOf(likelyRenames);
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

    /** Returns what may be a rename and was not decided; no script is written before. */
    public List<LikelyRename> likelyRenames() {
        return likelyRenames;
    }

    /** Returns everything that stands in the database, also what is not compared. */
    public DatabaseSchema found() {
        return found;
    }

    /** Returns what stands in the database once the renames are made. */
    public DatabaseSchema renamed() {
        return renamed;
    }

    /**
     * Returns what stands in the database once everything is changed: the model, and what no model
     * knows.
     */
    public DatabaseSchema upgraded() {
        List<Table> tables = new ArrayList<>(model.tables());
        List<TableName> gone = difference.removed().stream().map(Table::name).toList();
        for (Table table : renamed.tables()) {
            if (model.table(table.name()).isEmpty() && !gone.contains(table.name())) {
                tables.add(table);
            }
        }
        List<Change> others = difference.others();
        List<Sequence> sequences = new ArrayList<>(model.sequences());
        for (Sequence each : renamed.sequences()) {
            boolean known =
                    model.sequences().stream().anyMatch(s -> s.name().equals(each.name()))
                            || others.contains(new RemovedSequence(each))
                            || others.stream()
                                    .anyMatch(
                                            other ->
                                                    other instanceof RenamedSequence renamed
                                                            && renamed.from().equals(each));
            if (!known) {
                sequences.add(each);
            }
        }
        List<UserDefinedType> types = new ArrayList<>(model.types());
        for (UserDefinedType each : renamed.types()) {
            boolean known =
                    model.types().stream().anyMatch(t -> t.name().equals(each.name()))
                            || others.contains(new RemovedType(each));
            if (!known) {
                types.add(each);
            }
        }
        return new DatabaseSchema(
                        model.engine(),
                        tables,
                        renamed.views(),
                        renamed.triggers(),
                        sequences,
                        types)
                .withOwnedSequences(ownedSequences());
    }

    /** A sequence with a name of its own keeps it; all others are called after their columns. */
    private List<OwnedSequence> ownedSequences() {
        List<OwnedSequence> numberings = new ArrayList<>();
        for (OwnedSequence each : model.ownedSequences()) {
            numberings.add(
                    renamed.ownedSequences().stream()
                            .filter(
                                    old ->
                                            old.table().equals(renames.before(each.table()))
                                                    && old.column()
                                                            .equals(
                                                                    renames.before(
                                                                            each.table(),
                                                                            each.column())))
                            .filter(
                                    old ->
                                            !old.sequence()
                                                    .equals(
                                                            OwnedSequence.usualName(
                                                                    old.table(), old.column())))
                            .map(
                                    old ->
                                            new OwnedSequence(
                                                    each.table(), each.column(), old.sequence()))
                            .findFirst()
                            .orElse(each));
        }
        return numberings;
    }

    /** Returns what the model asks for. */
    public DatabaseSchema model() {
        return model;
    }

    /** Returns the renames that were decided. */
    public Renames renames() {
        return renames;
    }

    /** Returns the differences table by table, after the renames. */
    public SchemaDifference difference() {
        return difference;
    }

    /** Writes one line for each change, or says that there is none, and why. */
    @Override
    public String toString() {
        if (hasNoModels()) {
            return "No models are registered, so nothing can be compared."
                    + " Name them first: db.models(User.class, …).";
        }
        if (isEmpty()) {
            int tables = model.tables().size();
            return "No difference: the database has "
                    + (tables == 1 ? "the table" : "all " + tables + " tables")
                    + " as the models ask for.";
        }
        return changes().stream().map(Change::words).collect(Collectors.joining("\n"));
    }
}
