package ormlab.dialect.sqlite.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.dialect.ConnectionOptions;
import ormlab.dialect.Engine;

class SqliteConnectionTest {
    @TempDir Path folder;

    private SqliteConnections source;
    private SqliteConnection connection;

    @BeforeEach
    void open() throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("data.sqlite");
        source =
                new SqliteConnections(
                        Engine.of(url).parse(url),
                        new ConnectionOptions(200, false, false, each -> {}));
        connection = source.getConnection(null, null);
        run(connection, "create table t (id integer primary key, a)");
        connection.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.getInt(1);
        }
    }

    @Test
    void reads_begin_no_transaction() throws SQLException {
        number(connection, "select count(*) from t");
        try (PreparedStatement query = connection.prepareStatement("select * from t")) {
            query.executeQuery();
            query.execute();
        }
        assertThat(connection.inTransaction()).isFalse();
    }

    @Test
    void every_kind_of_execution_can_begin_a_transaction() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into t(a) values (1)");
                PreparedStatement returning =
                        connection.prepareStatement("insert into t(a) values (2) returning id");
                Statement plain = connection.createStatement()) {
            begins(insert::execute);
            begins(insert::executeUpdate);
            begins(insert::executeLargeUpdate);
            insert.addBatch();
            begins(insert::executeBatch);
            insert.addBatch();
            begins(insert::executeLargeBatch);
            begins(() -> returning.executeQuery().next());
            begins(() -> plain.execute("insert into t(a) values (3)"));
            begins(() -> plain.execute("insert into t(a) values (3)", 1));
            begins(() -> plain.executeUpdate("insert into t(a) values (3)"));
            begins(() -> plain.executeUpdate("insert into t(a) values (3)", 1));
            begins(() -> plain.executeLargeUpdate("insert into t(a) values (3)"));
            begins(() -> plain.executeQuery("insert into t(a) values (3) returning id").close());
            plain.addBatch("insert into t(a) values (4)");
            begins(plain::executeBatch);
        }
        assertThat(number(connection, "select count(*) from t")).isZero();
    }

    private interface Execution {
        void run() throws SQLException;
    }

    private void begins(Execution execution) throws SQLException {
        assertThat(connection.inTransaction()).isFalse();
        execution.run();
        assertThat(connection.inTransaction()).isTrue();
        connection.rollback();
    }

    @Test
    void a_version_in_the_file_is_rolled_back() throws SQLException {
        run(connection, "pragma user_version = 3");
        connection.rollback();
        assertThat(number(connection, "pragma user_version")).isZero();
    }

    @Test
    void turning_auto_commit_on_commits_the_transaction() throws SQLException {
        run(connection, "insert into t(a) values (1)");
        connection.setAutoCommit(true);
        assertThat(connection.inTransaction()).isFalse();
        run(connection, "insert into t(a) values (2)");
        assertThat(connection.inTransaction()).isFalse();
        assertThat(number(connection, "select count(*) from t")).isEqualTo(2);
    }

    @Test
    void a_savepoint_is_part_of_a_transaction() throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        run(connection, "insert into t(a) values (1)");
        connection.rollback(savepoint);
        run(connection, "insert into t(a) values (2)");
        connection.commit();
        assertThat(number(connection, "select a from t")).isEqualTo(2);
        assertThat(connection.getAutoCommit()).isFalse();
    }

    @Test
    void a_connection_for_schema_changes_takes_the_lock_when_it_reads() throws SQLException {
        connection.prepareForSchemaChanges();
        assertThat(number(connection, "pragma foreign_keys")).isZero();
        number(connection, "select count(*) from t");
        assertThat(connection.inTransaction()).isTrue();
    }

    @Test
    void closing_a_connection_releases_the_write_lock() throws SQLException {
        connection.beginWrite();
        try (Connection other = source.getConnection(null, null)) {
            other.setAutoCommit(false);
            assertThatThrownBy(() -> run(other, "delete from t"))
                    .hasMessageContaining("already writes");
            connection.close();
            run(other, "delete from t");
            other.commit();
        }
    }
}
