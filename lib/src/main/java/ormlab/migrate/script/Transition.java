package ormlab.migrate.script;

import java.util.List;
import java.util.stream.Collectors;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.ColumnChange.AddedColumn;
import ormlab.migrate.compare.SchemaDifference;
import ormlab.migrate.internal.catalog.DatabaseSchema;

/**
 * One direction of a migration, up or down.
 *
 * @param difference what changes
 * @param before the schema after the renames
 * @param after the wanted schema
 * @param fills the values for rows that have none
 */
public record Transition(
        SchemaDifference difference, DatabaseSchema before, DatabaseSchema after, Fills fills) {
    /** Returns the comment above the statement that makes a change. */
    public String comment(Change change) {
        return Comments.of(change)
                + (change instanceof AddedColumn added
                        ? fills.missing(added.subject(), added.column())
                        : "");
    }

    /** Returns the comment above the statement that makes all these changes. */
    public String comment(List<Change> changes) {
        return changes.stream().map(this::comment).collect(Collectors.joining("\n"));
    }
}
