package ormlab.migrate.compare;

import java.util.HashSet;
import java.util.Set;
import ormlab.migrate.found.FoundColumn;
import ormlab.migrate.found.FoundSchema;
import ormlab.migrate.found.FoundTable;
import ormlab.migrate.found.FoundType;
import ormlab.migrate.found.Identifiers;
import ormlab.migrate.found.TableName;

/** Finds the types that only tables of ours use, so that they go when no model needs them. */
final class OurTypes {
    private final Set<TableName> ours = new HashSet<>();

    OurTypes(FoundSchema found, FoundSchema model, TableRules rules) {
        Set<String> usedByUs = new HashSet<>();
        Set<String> usedByOthers = new HashSet<>();
        for (FoundTable table : found.tables()) {
            boolean our = model.table(table.name()).isPresent() || rules.knows(table.name());
            for (FoundColumn column : table.columns()) {
                (our ? usedByUs : usedByOthers).add(column.type().replace("[]", ""));
            }
        }
        for (FoundType type : found.types()) {
            String name = Identifiers.quoted(type.name(), false);
            if (usedByUs.contains(name) && !usedByOthers.contains(name)) {
                ours.add(type.name());
            }
        }
    }

    boolean contains(TableName type) {
        return ours.contains(type);
    }
}
