package ormlab.trace;

import java.sql.Connection;
import java.sql.SQLException;

/** Reads how a kind of database runs a statement. */
public interface PlanReader {
    /**
     * Returns the plan of a statement, without ending or changing an open transaction.
     *
     * @param connection the connection that is about to run the statement
     * @param binds its values
     * @param actualRows whether to run the statement, roll it back, and count its rows; a database
     *     that cannot count them returns a plan with a remark that says so
     */
    Plan plan(Connection connection, String sql, Binds binds, boolean actualRows)
            throws SQLException;
}
