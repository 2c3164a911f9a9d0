package ormlab.migrate.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ormlab.testing.Databases;

/** After each kind of command, Flyway without this library sees the state as it is. */
class StockFlywayTest {
    @TempDir Path home;

    private HandWritten project(Databases kind) {
        return new HandWritten(home, kind.freshUrl());
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE_FILE", "POSTGRESQL"})
    void up_down_and_up_again(Databases kind) {
        try (HandWritten project = project(kind).tables("roles", "users")) {
            var stock = new StockFlyway(project.db, project.folder);
            assertThat(project.migrations.upgrade())
                    .hasToString(
                            "Running upgrade <base> -> 1, roles\nRunning upgrade 1 -> 2, users");
            assertThat(stock.info()).containsExactly("1 Success", "2 Success");
            assertThat(stock.validate()).isEmpty();
            assertThat(stock.migrate()).isEmpty();

            assertThat(project.migrations.downgrade())
                    .hasToString("Running downgrade 2 -> 1, users");
            assertThat(project.has("users")).isFalse();
            assertThat(stock.info()).containsExactly("1 Success", "2 Deleted", "2 Pending");
            assertThat(stock.validate()).isEmpty();

            assertThat(project.migrations.upgrade()).hasToString("Running upgrade 1 -> 2, users");
            assertThat(stock.info()).containsExactly("1 Success", "2 Deleted", "2 Success");
            assertThat(stock.validate()).isEmpty();

            project.migrations.downgrade("base");
            assertThat(project.has("roles")).isFalse();
            assertThat(stock.validate()).isEmpty();
            assertThat(stock.migrate()).containsExactly("1", "2");
            assertThat(project.migrations.current()).hasToString("2 (head)");
            assertThat(project.has("users")).isTrue();
        }
    }
}
