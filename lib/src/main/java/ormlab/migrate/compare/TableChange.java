package ormlab.migrate.compare;

import java.util.Optional;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/** A change of a whole table. */
public sealed interface TableChange extends Change {
    /** A table that the model has but the database does not. */
    record AddedTable(Table table) implements TableChange, Addition {
        @Override
        public TableName subject() {
            return table.name();
        }

        @Override
        public String words() {
            return "Detected added table '" + table.name() + "'";
        }
    }

    /** A table that an earlier migration created but the model no longer has. */
    record RemovedTable(Table table) implements TableChange, Removal {
        @Override
        public TableName subject() {
            return table.name();
        }

        @Override
        public String words() {
            return "Detected removed table '" + table.name() + "'";
        }

        @Override
        public boolean destroysData() {
            return true;
        }
    }

    /** A table that keeps its rows but has another name. */
    record RenamedTable(TableName from, TableName to) implements TableChange {
        @Override
        public TableName subject() {
            return to;
        }

        @Override
        public String words() {
            return "Detected renamed table '%s' to '%s'".formatted(from, to);
        }
    }

    /** A table whose options differ, such as {@code without rowid}. */
    record ChangedOptions(Table before, Table after) implements TableChange {
        @Override
        public TableName subject() {
            return after.name();
        }

        @Override
        public String words() {
            return "Detected options change from '%s' to '%s' on table '%s'"
                    .formatted(before.options(), after.options(), after.name());
        }
    }

    /** The comment on a table. */
    record ChangedTableComment(TableName subject, Optional<String> before, Optional<String> after)
            implements TableChange {
        @Override
        public String words() {
            return "Detected %stable comment '%s'"
                    .formatted(after.isPresent() ? "" : "removed ", subject);
        }
    }
}
