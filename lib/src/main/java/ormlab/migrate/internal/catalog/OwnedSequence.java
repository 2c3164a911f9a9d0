package ormlab.migrate.internal.catalog;

import ormlab.schema.TableName;

/** A sequence that belongs to a column of PostgreSQL, because of an identity or a serial type. */
public record OwnedSequence(TableName table, String column, TableName sequence) {
    /** Returns the name that PostgreSQL chooses for such a sequence, unless it is too long. */
    public static TableName defaultName(TableName table, String column) {
        return new TableName(table.schema(), table.name() + '_' + column + "_seq");
    }

    /** Returns whether the sequence belongs to this column. */
    public boolean isOf(TableName otherTable, String otherColumn) {
        return table.equals(otherTable) && column.equals(otherColumn);
    }
}
