package ormlab.migrate.compare;

import java.util.Locale;
import java.util.Optional;
import ormlab.schema.Column;
import ormlab.schema.Column.Generated;
import ormlab.schema.Column.Identity;
import ormlab.schema.TableName;

/** A change of one column; the subject is its table. */
public sealed interface ColumnChange extends Change {
    /** Returns the name that the column will have, or had before it is removed. */
    String name();

    /** Returns the table and the column for a sentence: {@code 'users.age'}. */
    default String path() {
        return "'" + subject() + "." + name() + "'";
    }

    /** A column that the model has but the table does not. */
    record AddedColumn(TableName subject, Column column) implements ColumnChange, Addition {
        @Override
        public String name() {
            return column.name();
        }

        @Override
        public String words() {
            return "Detected added column " + path();
        }
    }

    /** A column that the table has but the model does not. */
    record RemovedColumn(TableName subject, Column column) implements ColumnChange, Removal {
        @Override
        public String name() {
            return column.name();
        }

        @Override
        public String words() {
            return "Detected removed column " + path();
        }

        /** Returns false for a computed value, which can be computed again. */
        @Override
        public boolean destroysData() {
            return column.generated().isEmpty();
        }
    }

    /** A column that keeps its values but has another name. */
    record RenamedColumn(TableName subject, String from, String to) implements ColumnChange {
        @Override
        public String name() {
            return to;
        }

        @Override
        public String words() {
            return "Detected renamed column '%s.%s' to '%s.%s'"
                    .formatted(subject, from, subject, to);
        }
    }

    /** A column that exists on both sides and differs in one way. */
    sealed interface ChangedColumn extends ColumnChange {
        /** Returns the column as it is. */
        Column before();

        /** Returns the column as it should be. */
        Column after();

        @Override
        default String name() {
            return after().name();
        }

        /** Describes a change between two values that may be absent. */
        default String words(String what, Optional<?> before, Optional<?> after, String where) {
            return "Detected %s change from %s to %s on %s%s"
                    .formatted(what, text(before), text(after), where, path());
        }

        private static String text(Optional<?> value) {
            return value.map(Object::toString).orElse("none");
        }
    }

    /** A type, its length, its precision or its scale. */
    record ChangedType(TableName subject, Column before, Column after) implements ChangedColumn {
        @Override
        public String words() {
            return "Detected type change from %s to %s on %s"
                    .formatted(before.typeSql(), after.typeSql(), path());
        }

        @Override
        public boolean destroysData() {
            return TypeWidth.narrows(before.type(), after.type());
        }
    }

    /** Whether a column may hold null. */
    record ChangedNullability(TableName subject, Column before, Column after)
            implements ChangedColumn {
        @Override
        public String words() {
            return "Detected %s on column %s"
                    .formatted(after.nullable() ? "NULL" : "NOT NULL", path());
        }
    }

    /** The value that a row gets if an insert names none. */
    record ChangedDefault(TableName subject, Column before, Column after) implements ChangedColumn {
        @Override
        public String words() {
            return words("server default", before.defaultValue(), after.defaultValue(), "column ");
        }
    }

    /** The expression that computes a column. */
    record ChangedGenerated(TableName subject, Column before, Column after)
            implements ChangedColumn {
        @Override
        public String words() {
            return words(
                    "computed column",
                    before.generated().map(Generated::expression),
                    after.generated().map(Generated::expression),
                    "");
        }

        /** Returns whether the column had stored values, which are lost. */
        @Override
        public boolean destroysData() {
            return before.generated().isEmpty();
        }
    }

    /** How ids are generated. */
    record ChangedIdentity(TableName subject, Column before, Column after)
            implements ChangedColumn {
        @Override
        public String words() {
            return before.identity() == Identity.NONE || after.identity() == Identity.NONE
                    ? "Detected %s numbering of ids on column %s"
                            .formatted(
                                    after.identity() == Identity.NONE ? "removed" : "added", path())
                    : "Detected numbering change from %s to %s on column %s"
                            .formatted(words(before.identity()), words(after.identity()), path());
        }

        private static String words(Identity identity) {
            return switch (identity) {
                case BY_DEFAULT -> "identity";
                case ALWAYS -> "identity always";
                default -> identity.name().toLowerCase(Locale.ROOT);
            };
        }
    }

    /** The sort order of a column's text. */
    record ChangedCollation(TableName subject, Column before, Column after)
            implements ChangedColumn {
        @Override
        public String words() {
            return words("collation", before.collation(), after.collation(), "");
        }
    }

    /** The comment on a column. */
    record ChangedColumnComment(TableName subject, Column before, Column after)
            implements ChangedColumn {
        @Override
        public String words() {
            return "Detected %scolumn comment %s"
                    .formatted(after.comment().isPresent() ? "" : "removed ", path());
        }
    }
}
