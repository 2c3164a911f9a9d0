package ormlab.migrate.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ormlab.migrate.found.FoundNumbering;
import ormlab.migrate.found.FoundSchema;
import ormlab.migrate.found.FoundSequence;
import ormlab.migrate.found.FoundTable;
import ormlab.migrate.found.FoundType;
import ormlab.migrate.found.TableName;

/** Is the difference between a database and a model; immutable. */
public final class SchemaDiff {
    private final FoundSchema found;
    private final FoundSchema renamed;
    private final FoundSchema model;
    private final Renames renames;
    private final SchemaDifference difference;
    private final List<LikelyRename> likelyRenames;

    SchemaDiff(
            FoundSchema found,
            FoundSchema renamed,
            FoundSchema model,
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
    public FoundSchema found() {
        return found;
    }

    /** Returns what stands in the database once the renames are made. */
    public FoundSchema renamed() {
        return renamed;
    }

    /**
     * Returns what stands in the database once everything is changed: the model, and what no model
     * knows.
     */
    public FoundSchema upgraded() {
        List<FoundTable> tables = new ArrayList<>(model.tables());
        List<TableName> gone = difference.removed().stream().map(FoundTable::name).toList();
        for (FoundTable table : renamed.tables()) {
            if (model.table(table.name()).isEmpty() && !gone.contains(table.name())) {
                tables.add(table);
            }
        }
        List<Change> others = difference.others();
        List<FoundSequence> sequences = new ArrayList<>(model.sequences());
        for (FoundSequence each : renamed.sequences()) {
            boolean known =
                    model.sequences().stream().anyMatch(s -> s.name().equals(each.name()))
                            || others.contains(new Change.RemovedSequence(each))
                            || others.stream()
                                    .anyMatch(
                                            other ->
                                                    other instanceof Change.RenamedSequence renamed
                                                            && renamed.from().equals(each));
            if (!known) {
                sequences.add(each);
            }
        }
        List<FoundType> types = new ArrayList<>(model.types());
        for (FoundType each : renamed.types()) {
            boolean known =
                    model.types().stream().anyMatch(t -> t.name().equals(each.name()))
                            || others.contains(new Change.RemovedType(each));
            if (!known) {
                types.add(each);
            }
        }
        return new FoundSchema(
                        model.kind(), tables, renamed.views(), renamed.triggers(), sequences, types)
                .withNumberings(numberings());
    }

    /** A sequence with a name of its own keeps it; all others are called after their columns. */
    private List<FoundNumbering> numberings() {
        List<FoundNumbering> numberings = new ArrayList<>();
        for (FoundNumbering each : model.numberings()) {
            numberings.add(
                    renamed.numberings().stream()
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
                                                            FoundNumbering.usualName(
                                                                    old.table(), old.column())))
                            .map(
                                    old ->
                                            new FoundNumbering(
                                                    each.table(), each.column(), old.sequence()))
                            .findFirst()
                            .orElse(each));
        }
        return numberings;
    }

    /** Returns what the model asks for. */
    public FoundSchema model() {
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
