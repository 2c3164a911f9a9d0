package ormlab.migrate.script;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import ormlab.schema.TableName;

/** Finds the views of PostgreSQL that read a table or a column. */
final class PostgresViews {
    private static final String READING =
            """
            select distinct v.relname from pg_depend d
            join pg_rewrite r on r.oid = d.objid join pg_class v on v.oid = r.ev_class
            left join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
            where d.classid = 'pg_rewrite'::regclass and d.refclassid = 'pg_class'::regclass
              and d.refobjid = ?::regclass and v.oid <> d.refobjid and (? = '' or a.attname = ?)
            order by 1
            """;

    private PostgresViews() {}

    /**
     * Names the views.
     *
     * @param table the table by the name that it has now
     * @param column the column by the name that it has now; empty for the whole table
     */
    static List<String> reading(Connection connection, TableName table, String column)
            throws SQLException {
        List<String> views = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(READING)) {
            statement.setString(1, PostgresSql.quoted(table));
            statement.setString(2, column);
            statement.setString(3, column);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    views.add(rows.getString(1));
                }
            }
        }
        return views;
    }
}
