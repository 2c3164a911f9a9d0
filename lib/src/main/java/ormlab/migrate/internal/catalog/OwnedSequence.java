package ormlab.migrate.internal.catalog;

import ormlab.schema.TableName;

/** A sequence that belongs to a column of PostgreSQL: the one behind an identity or a serial. */
public record OwnedSequence(TableName table, String column, TableName sequence) {
    /** Returns the name that PostgreSQL gives such a sequence, unless that is too long. */
    public static TableName usualName(TableName table, String column) {
        return new TableName(table.schema(), table.name() + '_' + column + "_seq");
    }

    /** Returns whether it belongs to this column. */
    public boolean isOf(TableName otherTable, String otherColumn) {
        return table.equals(otherTable) && column.equals(otherColumn);
    }
}
