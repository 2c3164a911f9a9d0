package ormlab.trace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Reads how one kind of database runs a statement. */
public interface PlanReader {
    /** Binds the values of a statement to another one with the same placeholders. */
    interface Binder {
        /** Binds each value by the method, and so with the type, of the original statement. */
        void bind(PreparedStatement statement) throws SQLException;
    }

    /**
     * Returns the plan of a statement; a transaction that is open is neither ended nor changed.
     *
     * @param connection the one that is about to run the statement
     * @param binder binds its values
     * @param actualRows whether to run the statement, roll it back, and count its rows; a database
     *     that cannot count them returns a plan with a remark that says so
     */
    Plan plan(Connection connection, String sql, Binder binder, boolean actualRows)
            throws SQLException;
}
