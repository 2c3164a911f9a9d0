package ormlab.migrate.postgres.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ormlab.schema.Column;
import ormlab.testing.TestDatabase;

class PostgresMisfitsTest {
    private static Column column(String type) {
        return new Column(
                "a",
                type,
                type,
                true,
                Optional.empty(),
                Optional.empty(),
                Column.Identity.NONE,
                Optional.empty(),
                Optional.empty());
    }

    /** Versions before 16 cannot say what is valid, but the results are the same. */
    @ParameterizedTest
    @CsvSource({
        "text, date, 3",
        "text, integer, 2",
        "text, boolean, 2",
        "text, uuid, 4",
        "'numeric(5,2)', 'integer', 0"
    })
    void every_version_finds_the_same(String from, String to, int misfits) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(TestDatabase.POSTGRESQL.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (a " + from + ")");
            if (from.equals("text")) {
                statement.execute(
                        "insert into t values ('2020-02-29'), ('1'), ('it''s'), ('0'), (null)");
            }
            statement.execute(PostgresMisfits.OWN_VALIDITY);
            for (int version : new int[] {12, 15, 16, 18}) {
                String condition =
                        new PostgresMisfits(version, List.of())
                                .condition(column(from), column(to))
                                .orElseThrow();
                try (ResultSet rows =
                        statement.executeQuery("select count(*) from t where " + condition)) {
                    rows.next();
                    assertThat(rows.getInt(1)).as("%d: %s", version, condition).isEqualTo(misfits);
                }
            }
        }
    }
}
