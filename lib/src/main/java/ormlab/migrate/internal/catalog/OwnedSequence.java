package ormlab.migrate.internal.catalog;

import ormlab.schema.TableName;

/**
 * Is a sequence that belongs to a column of PostgreSQL: the one behind an identity or a serial.
 *
 * @param table the table; not null
 * @param column the column; not null
 * @param sequence the sequence; not null
 */
public record OwnedSequence(TableName table, String column, TableName sequence) {
    /**
     * Tells which name PostgreSQL gives such a sequence.
     *
     * @param table the table; not null
     * @param column the column; not null
     * @return the name, as long as nothing has to be cut from it
     */
    public static TableName usualName(TableName table, String column) {
        return new TableName(table.schema(), table.name() + '_' + column + "_seq");
    }

    /** Returns whether it belongs to this column. */
    public boolean isOf(TableName otherTable, String otherColumn) {
        return table.equals(otherTable) && column.equals(otherColumn);
    }
}
