package ormlab.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.sql.Statement;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Test;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.internal.engine.MigrationEngine;
import ormlab.schema.Schema;
import ormlab.testing.TestDatabase;

/** PostgreSQL's scratch schema leaves nothing behind. */
class PostgresScratchIT {
    enum Tint {
        LIGHT,
        DARK
    }

    @Entity(name = "Wall")
    @Table(name = "walls", indexes = @Index(columnList = "name desc"), comment = "four of them")
    static class Wall {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 20, unique = true)
        @ColumnDefault("'white'")
        String name;

        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        Tint tint;

        @Enumerated(EnumType.STRING)
        Tint other;

        @ManyToOne Wall behind;
    }

    private static final String EVERYTHING =
            "select relname from pg_class union select nspname from pg_namespace"
                    + " union select typname from pg_type order by 1";

    @Test
    void nothing_is_left_behind() {
        Evolution db = Evolution.on(TestDatabase.POSTGRESQL).create(Wall.class);
        var before = db.rows(EVERYTHING);
        assertThat(db.diff(Wall.class).changes()).isEmpty();
        assertThat(db.rows(EVERYTHING)).isEqualTo(before);
    }

    @Test
    void uncommitted_work_is_kept() {
        Evolution db = Evolution.on(TestDatabase.POSTGRESQL).create(Wall.class);
        Schema schema = db.schema(Wall.class);
        db.onConnection(
                connection -> {
                    connection.setAutoCommit(false);
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("insert into walls (name) values ('north')");
                        MigrationEngine.of(connection)
                                .compare(connection, schema, db.rules(), Decisions.none());
                        assertThat(connection.getAutoCommit()).isFalse();
                    }
                    connection.commit();
                    return null;
                });
        assertThat(db.rows("select name from walls")).containsExactly("north");
    }

    @Test
    void a_role_that_may_not_create_schemas_can_still_compare() {
        Evolution db = Evolution.on(TestDatabase.POSTGRESQL).create(Wall.class);
        Schema schema = db.schema(Wall.class);
        db.sql("drop role if exists looker", "create role looker");
        String own = db.rows("select current_schema()").get(0);
        db.sql("grant usage on schema " + own + " to looker");
        db.onConnection(
                connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("set role looker");
                        assertThat(
                                        MigrationEngine.of(connection)
                                                .compare(
                                                        connection,
                                                        schema,
                                                        db.rules(),
                                                        Decisions.none())
                                                .changes())
                                .isEmpty();
                    }
                    return null;
                });
        db.sql("revoke all on schema " + own + " from looker", "drop role looker");
    }

    @Test
    void a_check_reads_the_same_after_it_was_dumped_and_restored() {
        Evolution db = Evolution.on(TestDatabase.POSTGRESQL).create(Wall.class);
        String check =
                db.rows(
                                "select pg_get_constraintdef(oid) from pg_constraint"
                                        + " where conname = 'ck_walls_other'"
                                        + " and connamespace = current_schema()::regnamespace")
                        .get(0);
        db.sql(
                "alter table walls drop constraint ck_walls_other",
                "alter table walls add constraint ck_walls_other " + check);

        assertThat(
                        db.rows(
                                "select pg_get_constraintdef(oid) from pg_constraint"
                                        + " where conname = 'ck_walls_other'"
                                        + " and connamespace = current_schema()::regnamespace"))
                .as("PostgreSQL words it differently the second time")
                .doesNotContain(check);
        assertThat(db.diff(Wall.class).changes()).isEmpty();
    }
}
