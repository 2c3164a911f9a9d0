package ormlab.migrate.found;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.Collation;
import org.sqlite.Function;
import org.sqlite.SQLiteDataSource;

/**
 * Is a copy of a SQLite schema in memory, without rows: what a change would lead to, SQLite itself
 * tells.
 *
 * <p>A function or collation that the application brings along is stood in for; it only has to be
 * there.
 */
public final class SqliteScratch implements AutoCloseable {
    private static final Pattern FUNCTION =
            Pattern.compile("no such function: (.+?)\\)?$|unknown function: (.+?)\\(\\)");
    private static final Pattern COLLATION =
            Pattern.compile("no such collation sequence: (.+?)\\)?$");

    private final Connection connection;

    private SqliteScratch(Connection connection) {
        this.connection = connection;
    }

    /**
     * Copies a schema.
     *
     * @param schema a schema of SQLite; not null
     * @return the copy, to be closed
     * @throws SQLException if SQLite refuses a statement of it
     */
    public static SqliteScratch of(FoundSchema schema) throws SQLException {
        SQLiteDataSource memory = new SQLiteDataSource();
        memory.setUrl("jdbc:sqlite::memory:");
        SqliteScratch scratch = new SqliteScratch(memory.getConnection());
        try {
            for (FoundTable table : schema.tables()) {
                scratch.run(table.createSql());
                for (FoundIndex index : table.indexes()) {
                    scratch.run(index.createSql(table.name(), true));
                }
            }
            for (FoundView view : schema.views()) {
                scratch.run(view.sql());
            }
            for (FoundTrigger trigger : schema.triggers()) {
                scratch.run(trigger.sql());
            }
            return scratch;
        } catch (SQLException refused) {
            scratch.close();
            throw refused;
        }
    }

    /**
     * Runs statements in order.
     *
     * @param statements each without a semicolon at its end; not null
     * @throws SQLException if SQLite refuses one
     */
    public void runAll(List<String> statements) throws SQLException {
        for (String statement : statements) {
            run(statement);
        }
    }

    private void run(String sql) throws SQLException {
        String missing = "";
        while (true) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
                return;
            } catch (SQLException refused) {
                String words = String.valueOf(refused.getMessage());
                if (words.equals(missing) || !standIn(words)) {
                    throw refused;
                }
                missing = words;
            }
        }
    }

    private boolean standIn(String words) throws SQLException {
        Matcher function = FUNCTION.matcher(words);
        Matcher collation = COLLATION.matcher(words);
        if (function.find()) {
            String name = function.group(1) == null ? function.group(2) : function.group(1);
            Function.create(
                    connection,
                    name,
                    new Function() {
                        @Override
                        protected void xFunc() throws SQLException {
                            result();
                        }
                    },
                    -1,
                    Function.FLAG_DETERMINISTIC);
            return true;
        }
        if (collation.find()) {
            Collation.create(
                    connection,
                    collation.group(1),
                    new Collation() {
                        @Override
                        protected int xCompare(String left, String right) {
                            return left.compareTo(right);
                        }
                    });
            return true;
        }
        return false;
    }

    /**
     * Reads what stands in the copy now.
     *
     * @return the schema
     * @throws SQLException if it cannot be read
     */
    public FoundSchema read() throws SQLException {
        return SqliteReader.read(connection);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
