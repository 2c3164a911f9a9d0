package ormlab.migrate.compare;

import java.util.List;
import java.util.Optional;
import ormlab.migrate.engine.Sequence;
import ormlab.migrate.engine.UserDefinedType;
import ormlab.schema.CheckConstraint;
import ormlab.schema.Column;
import ormlab.schema.ForeignKey;
import ormlab.schema.Index;
import ormlab.schema.Key;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/** Is one difference: what has to change in the database so that it fits the model. */
public sealed interface Change {
    /**
     * Says what was detected, as a sentence without a full stop.
     *
     * @return for example {@code Detected added column 'users.age'}
     */
    String words();

    /**
     * Names the table, sequence or type that changes, as it will be called.
     *
     * @return the name; never null
     */
    TableName subject();

    /**
     * Tells whether making this change may lose values that nobody can bring back.
     *
     * @return whether it drops a table or a column, or narrows a type
     */
    default boolean destroysData() {
        return false;
    }

    private static String of(TableName table, String part) {
        return "'" + table + "." + part + "'";
    }

    private static String list(List<String> columns) {
        return "(" + String.join(", ", columns) + ")";
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("none");
    }

    /** A table that the model has and the database has not. */
    record AddedTable(Table table) implements Change {
        @Override
        public TableName subject() {
            return table.name();
        }

        @Override
        public String words() {
            return "Detected added table '" + table.name() + "'";
        }
    }

    /** A table that an earlier migration made and the model no longer has. */
    record RemovedTable(Table table) implements Change {
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

    /** A table that was said to be the same under another name. */
    record RenamedTable(TableName from, TableName to) implements Change {
        @Override
        public TableName subject() {
            return to;
        }

        @Override
        public String words() {
            return "Detected renamed table '" + from + "' to '" + to + "'";
        }
    }

    /** A table whose options differ, such as {@code without rowid}. */
    record ChangedOptions(Table before, Table after) implements Change {
        @Override
        public TableName subject() {
            return after.name();
        }

        @Override
        public String words() {
            return "Detected options change from '"
                    + before.options()
                    + "' to '"
                    + after.options()
                    + "' on table '"
                    + after.name()
                    + "'";
        }
    }

    /** What is said about a table. */
    record ChangedTableComment(TableName subject, Optional<String> before, Optional<String> after)
            implements Change {
        @Override
        public String words() {
            return (after.isPresent() ? "Detected table comment" : "Detected removed table comment")
                    + " '"
                    + subject
                    + "'";
        }
    }

    /** A column that the model has and the table has not. */
    record AddedColumn(TableName subject, Column column) implements Change {
        @Override
        public String words() {
            return "Detected added column " + of(subject, column.name());
        }
    }

    /** A column that the table has and the model has not. */
    record RemovedColumn(TableName subject, Column column) implements Change {
        @Override
        public String words() {
            return "Detected removed column " + of(subject, column.name());
        }

        /** What is computed can be computed again. */
        @Override
        public boolean destroysData() {
            return column.generated().isEmpty();
        }
    }

    /** A column that was said to be the same under another name. */
    record RenamedColumn(TableName subject, String from, String to) implements Change {
        @Override
        public String words() {
            return "Detected renamed column " + of(subject, from) + " to " + of(subject, to);
        }
    }

    /** A type, its length, its precision or its scale. */
    record ChangedType(TableName subject, Column before, Column after) implements Change {
        @Override
        public String words() {
            return "Detected type change from "
                    + before.typeSql()
                    + " to "
                    + after.typeSql()
                    + " on "
                    + of(subject, after.name());
        }

        @Override
        public boolean destroysData() {
            return TypeWidth.narrows(before.type(), after.type());
        }
    }

    /** Whether a column may hold null. */
    record ChangedNullability(TableName subject, Column before, Column after) implements Change {
        @Override
        public String words() {
            return "Detected "
                    + (after.nullable() ? "NULL" : "NOT NULL")
                    + " on column "
                    + of(subject, after.name());
        }
    }

    /** The value that a row gets when none is given. */
    record ChangedDefault(TableName subject, Column before, Column after) implements Change {
        @Override
        public String words() {
            return "Detected server default change from "
                    + text(before.defaultValue())
                    + " to "
                    + text(after.defaultValue())
                    + " on column "
                    + of(subject, after.name());
        }
    }

    /** The expression that a column is computed from. */
    record ChangedGenerated(TableName subject, Column before, Column after) implements Change {
        @Override
        public String words() {
            return "Detected computed column change from "
                    + text(before.generated().map(Column.Generated::expression))
                    + " to "
                    + text(after.generated().map(Column.Generated::expression))
                    + " on "
                    + of(subject, after.name());
        }

        /** A column that held values of its own loses them. */
        @Override
        public boolean destroysData() {
            return before.generated().isEmpty();
        }
    }

    /** Who numbers the rows. */
    record ChangedIdentity(TableName subject, Column before, Column after) implements Change {
        @Override
        public String words() {
            return "Detected "
                    + (after.identity() == Column.Identity.NONE ? "removed" : "added")
                    + " numbering of ids on column "
                    + of(subject, after.name());
        }
    }

    /** How texts of a column are ordered. */
    record ChangedCollation(TableName subject, Column before, Column after) implements Change {
        @Override
        public String words() {
            return "Detected collation change from "
                    + text(before.collation())
                    + " to "
                    + text(after.collation())
                    + " on "
                    + of(subject, after.name());
        }
    }

    /** What is said about a column. */
    record ChangedColumnComment(TableName subject, Column before, Column after) implements Change {
        @Override
        public String words() {
            return (after.comment().isPresent()
                            ? "Detected column comment "
                            : "Detected removed column comment ")
                    + of(subject, after.name());
        }
    }

    /** The columns that tell one row from another. */
    record ChangedPrimaryKey(TableName subject, Optional<Key> before, Optional<Key> after)
            implements Change {
        @Override
        public String words() {
            return "Detected primary key change from "
                    + columns(before)
                    + " to "
                    + columns(after)
                    + " on table '"
                    + subject
                    + "'";
        }

        private static String columns(Optional<Key> key) {
            return key.map(each -> list(each.columns())).orElse("none");
        }
    }

    /** A unique constraint that the table lacks. */
    record AddedUnique(TableName subject, Key key) implements Change {
        @Override
        public String words() {
            return "Detected added unique constraint '"
                    + key.name()
                    + "' on '"
                    + subject
                    + "' "
                    + list(key.columns());
        }
    }

    /** A unique constraint that the model no longer has. */
    record RemovedUnique(TableName subject, Key key) implements Change {
        @Override
        public String words() {
            return "Detected removed unique constraint '" + key.name() + "' on '" + subject + "'";
        }
    }

    /** A foreign key that the table lacks. */
    record AddedForeignKey(TableName subject, ForeignKey reference) implements Change {
        @Override
        public String words() {
            return "Detected added foreign key " + ends(reference) + " on table " + subject;
        }
    }

    /** A foreign key that the model no longer has. */
    record RemovedForeignKey(TableName subject, ForeignKey reference) implements Change {
        @Override
        public String words() {
            return "Detected removed foreign key " + ends(reference) + " on table " + subject;
        }
    }

    private static String ends(ForeignKey reference) {
        return list(reference.columns()) + list(reference.targetColumns());
    }

    /** A check that the table lacks. */
    record AddedCheck(TableName subject, CheckConstraint check) implements Change {
        @Override
        public String words() {
            return "Detected added check constraint '" + check.name() + "' on '" + subject + "'";
        }
    }

    /** A check that the model no longer has. */
    record RemovedCheck(TableName subject, CheckConstraint check) implements Change {
        @Override
        public String words() {
            return "Detected removed check constraint '" + check.name() + "' on '" + subject + "'";
        }
    }

    /** A check of the same name that asks for something else. */
    record ChangedCheck(TableName subject, CheckConstraint before, CheckConstraint after)
            implements Change {
        @Override
        public String words() {
            return "Detected changed check constraint '"
                    + after.name()
                    + "' on '"
                    + subject
                    + "': "
                    + before.condition()
                    + " to "
                    + after.condition();
        }
    }

    /** A constraint that is the same but for its name. */
    record RenamedConstraint(TableName subject, String from, String to) implements Change {
        @Override
        public String words() {
            return "Detected renamed constraint '"
                    + from
                    + "' to '"
                    + to
                    + "' on '"
                    + subject
                    + "'";
        }
    }

    /** An index that the table lacks. */
    record AddedIndex(TableName subject, Index index) implements Change {
        @Override
        public String words() {
            return "Detected added index '"
                    + index.name()
                    + "' on '"
                    + subject
                    + "' "
                    + list(index.columns());
        }
    }

    /** An index that the model no longer has. */
    record RemovedIndex(TableName subject, Index index) implements Change {
        @Override
        public String words() {
            return "Detected removed index '" + index.name() + "' on '" + subject + "'";
        }
    }

    /** An index of the same name over something else. */
    record ChangedIndex(TableName subject, Index before, Index after) implements Change {
        @Override
        public String words() {
            return "Detected changed index '"
                    + after.name()
                    + "' on '"
                    + subject
                    + "': "
                    + definition(before)
                    + " to "
                    + definition(after);
        }

        private static String definition(Index index) {
            return (index.unique() ? "unique " : "") + index.definition();
        }
    }

    /** A sequence that the database lacks. */
    record AddedSequence(Sequence sequence) implements Change {
        @Override
        public TableName subject() {
            return sequence.name();
        }

        @Override
        public String words() {
            return "Detected added sequence '" + sequence.name() + "'";
        }
    }

    /** A sequence that the model no longer has. */
    record RemovedSequence(Sequence sequence) implements Change {
        @Override
        public TableName subject() {
            return sequence.name();
        }

        @Override
        public String words() {
            return "Detected removed sequence '" + sequence.name() + "'";
        }
    }

    /** A sequence that follows the table or the column that it is called after. */
    record RenamedSequence(Sequence from, Sequence to) implements Change {
        @Override
        public TableName subject() {
            return to.name();
        }

        @Override
        public String words() {
            return "Detected renamed sequence '" + from.name() + "' to '" + to.name() + "'";
        }
    }

    /** A sequence that counts in other steps. */
    record ChangedSequence(Sequence before, Sequence after) implements Change {
        @Override
        public TableName subject() {
            return after.name();
        }

        @Override
        public String words() {
            return "Detected changed sequence '"
                    + after.name()
                    + "': increment "
                    + before.increment()
                    + " to "
                    + after.increment();
        }
    }

    /** A type that the database lacks. */
    record AddedType(UserDefinedType type) implements Change {
        @Override
        public TableName subject() {
            return type.name();
        }

        @Override
        public String words() {
            return "Detected added type '" + type.name() + "' " + list(type.values());
        }
    }

    /** A type that the model no longer has. */
    record RemovedType(UserDefinedType type) implements Change {
        @Override
        public TableName subject() {
            return type.name();
        }

        @Override
        public String words() {
            return "Detected removed type '" + type.name() + "'";
        }
    }

    /** A type with other values or fields. */
    record ChangedTypeValues(UserDefinedType before, UserDefinedType after) implements Change {
        @Override
        public TableName subject() {
            return after.name();
        }

        @Override
        public String words() {
            return "Detected changed type '"
                    + after.name()
                    + "': "
                    + list(before.values())
                    + " to "
                    + list(after.values());
        }

        @Override
        public boolean destroysData() {
            return !after.values().containsAll(before.values());
        }
    }
}
