package ormlab.migrate.compare;

import java.util.HashSet;
import java.util.Set;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.migrate.internal.catalog.UserDefinedType;
import ormlab.schema.Column;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/**
 * Finds the types that only our tables use, and the sequences that generate their ids, so that they
 * are dropped once no model needs them.
 */
final class OurObjects {
    private final Set<TableName> ours = new HashSet<>();

    OurObjects(DatabaseSchema found, DatabaseSchema model, Renames renames, TableRules rules) {
        Set<String> usedByUs = new HashSet<>();
        Set<String> usedByOthers = new HashSet<>();
        for (Table table : found.tables()) {
            boolean our = model.table(table.name()).isPresent() || rules.knows(table.name());
            if (our) {
                addSequences(table, renames);
            }
            for (Column column : table.columns()) {
                (our ? usedByUs : usedByOthers).add(column.type().replace("[]", ""));
            }
        }
        for (UserDefinedType type : found.types()) {
            String name = found.engine().quoted(type.name());
            if (usedByUs.contains(name) && !usedByOthers.contains(name)) {
                ours.add(type.name());
            }
        }
    }

    /** Includes the former names, because renaming a table does not rename its sequences. */
    private void addSequences(Table table, Renames renames) {
        ours.addAll(Sequences.namesFor(table));
        ours.addAll(Sequences.formerNamesFor(table, renames));
    }

    boolean contains(TableName name) {
        return ours.contains(name);
    }
}
