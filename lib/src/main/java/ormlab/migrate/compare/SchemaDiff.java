package ormlab.migrate.compare;

import java.util.List;
import java.util.stream.Collectors;
import ormlab.migrate.found.FoundSchema;

/** Is the difference between a database and a model; immutable. */
public final class SchemaDiff {
    private final FoundSchema found;
    private final FoundSchema model;
    private final Renames renames;
    private final SchemaDifference difference;
    private final List<LikelyRename> likelyRenames;

    SchemaDiff(
            FoundSchema found,
            FoundSchema model,
            Renames renames,
            SchemaDifference difference,
            List<LikelyRename> likelyRenames) {
        this.found = found;
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
