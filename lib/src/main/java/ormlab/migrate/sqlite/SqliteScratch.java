package ormlab.migrate.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.Collation;
import org.sqlite.Function;
import org.sqlite.SQLiteDataSource;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.migrate.internal.catalog.Trigger;
import ormlab.migrate.internal.catalog.View;
import ormlab.migrate.internal.sql.Identifiers;
import ormlab.schema.Index;
import ormlab.schema.Table;

/**
 * An in-memory copy of a SQLite schema without rows, on which SQLite itself tries out a change.
 *
 * <p>Functions and collations of the application are replaced with stand-ins, because they only
 * have to exist.
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

    /** Copies a schema. */
    public static SqliteScratch of(DatabaseSchema schema) throws SQLException {
        SQLiteDataSource memory = new SQLiteDataSource();
        memory.setUrl("jdbc:sqlite::memory:");
        SqliteScratch scratch = new SqliteScratch(memory.getConnection());
        try {
            Set<String> behindVirtual = scratch.createVirtual(schema);
            for (Table table : schema.tables()) {
                if (behindVirtual.contains(schema.key(table.name().name()))) {
                    continue;
                }
                scratch.run(table.createSql());
                for (Index index : table.indexes()) {
                    scratch.run(
                            Identifiers.createIndex(index, table.name(), SqliteMigrations.ENGINE));
                }
            }
            for (View view : schema.views()) {
                scratch.run(view.sql());
            }
            for (Trigger trigger : schema.triggers()) {
                scratch.run(trigger.sql());
            }
            return scratch;
        } catch (SQLException refused) {
            scratch.close();
            throw refused;
        }
    }

    /** Creates the virtual tables, and returns the names of the tables that store their rows. */
    private Set<String> createVirtual(DatabaseSchema schema) throws SQLException {
        Set<String> names = new HashSet<>();
        for (String sql : schema.virtualTables()) {
            try {
                run(sql);
            } catch (SQLException unknown) {
                // Its module is an extension, so objects that mention it cannot be checked.
                continue;
            }
        }
        read().tables().forEach(table -> names.add(schema.key(table.name().name())));
        return names;
    }

    /** Runs statements in order. */
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
     * Returns why SQLite cannot read a view or a trigger, such as {@code error in view v: no such
     * column: x}, or empty.
     */
    public Optional<String> faults() throws SQLException {
        run("create table ormlab_probe (before_it integer)");
        try {
            // For any rename, SQLite reads the whole schema.
            run("alter table ormlab_probe rename column before_it to after_it");
            return Optional.empty();
        } catch (SQLException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        } finally {
            run("drop table ormlab_probe");
        }
    }

    /** Reads the current state of the copy. */
    public DatabaseSchema read() throws SQLException {
        return SqliteReader.read(connection);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
