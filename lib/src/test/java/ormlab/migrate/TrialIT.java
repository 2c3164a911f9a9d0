package ormlab.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ormlab.error.OrmlabException;
import ormlab.migrate.compare.Decisions;
import ormlab.testing.Engine;

/** Scripts run on a copy of the schema before they are written. */
class TrialIT {
    @TempDir Path folder;

    @Entity(name = "Wall")
    @Table(name = "walls")
    static class Wall {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;
    }

    @Entity(name = "Wall")
    @Table(name = "walls")
    static class WallWithHeight {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(nullable = false)
        Integer height;
    }

    @ParameterizedTest
    @EnumSource
    void a_script_that_cannot_run_is_not_written(Engine engine) {
        Evolution db = Evolution.on(engine, folder).create(Wall.class);
        Decisions decisions = Decisions.none().fillSql("walls.height", "no_such_column + 1");
        assertThatThrownBy(() -> db.write(decisions, WallWithHeight.class))
                .isInstanceOf(OrmlabException.class)
                .hasMessageContaining("The upgrade cannot run, so it was not written.")
                .hasMessageContaining("no_such_column");
    }

    @ParameterizedTest
    @EnumSource
    void a_script_that_can_run_is_written(Engine engine) {
        Evolution db = Evolution.on(engine, folder).create(Wall.class);
        Decisions decisions = Decisions.none().fillSql("walls.height", "id + 1");
        assertThat(db.migrate(decisions, WallWithHeight.class).upgrade()).contains("id + 1");
    }
}
