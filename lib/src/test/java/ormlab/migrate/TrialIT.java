package ormlab.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import ormlab.error.OrmlabException;
import ormlab.migrate.compare.Decisions;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/** Scripts are tried out on a copy of the schema before they are written. */
class TrialIT {
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

    @OnSqliteAndPostgres
    void a_script_that_cannot_run_is_not_written(TestDatabase database) {
        Evolution db = Evolution.on(database).create(Wall.class);
        Decisions decisions = Decisions.none().fillSql("walls.height", "no_such_column + 1");
        assertThatThrownBy(() -> db.write(decisions, WallWithHeight.class))
                .isInstanceOf(OrmlabException.class)
                .hasMessageContaining("The upgrade cannot run, so it was not written.")
                .hasMessageContaining("no_such_column");
    }

    @OnSqliteAndPostgres
    void a_script_that_can_run_is_written(TestDatabase database) {
        Evolution db = Evolution.on(database).create(Wall.class);
        Decisions decisions = Decisions.none().fillSql("walls.height", "id + 1");
        assertThat(db.migrate(decisions, WallWithHeight.class).upgrade()).contains("id + 1");
    }
}
