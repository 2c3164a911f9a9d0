package ormlab.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Test;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.random.GeneratedParts;
import ormlab.migrate.script.MigrationScript;
import ormlab.testing.TestDatabase;

/** PostgreSQL's own enumerations. */
class EnumTypesIT {
    @Entity(name = "Beta")
    static class Before {
        @Id Integer id;

        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        GeneratedParts.Old.Choice choice;
    }

    @Entity(name = "Beta")
    static class After {
        @Id Integer id;

        @Column(nullable = false)
        @ColumnDefault("'GONE'")
        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        GeneratedParts.Later.Choice choice;

        @Column(nullable = false)
        @ColumnDefault("'GONE'")
        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        GeneratedParts.Later.Choice other;
    }

    /** PostgreSQL does not allow using a value in the transaction that adds it. */
    @Test
    void a_value_can_be_used_in_the_migration_that_adds_it() {
        Evolution db = Evolution.on(TestDatabase.POSTGRESQL).create(Before.class);
        db.sql("insert into beta values (1, 'NEW'), (2, null)");
        MigrationScript script =
                db.migrate(
                        Decisions.none().droppingAnything().fillSql("beta.choice", "'GONE'"),
                        After.class);
        assertThat(db.rows("select id, choice, other from beta order by id"))
                .containsExactly("1|NEW|GONE", "2|GONE|GONE");
        db.sql("delete from beta where id = 2");
        db.run(script.downgrade());
        db.run(script.upgrade());
    }

    @Entity(name = "Beta")
    static class Needed {
        @Id Integer id;

        @Column(nullable = false)
        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        GeneratedParts.Old.Choice choice;
    }

    @Entity(name = "Beta")
    static class Without {
        @Id Integer id;
    }

    @Test
    void a_downgrade_can_fill_in_a_value_of_the_type() {
        Evolution db = Evolution.on(TestDatabase.POSTGRESQL).create(Needed.class);
        db.sql("insert into beta values (1, 'OLD')");
        MigrationScript script =
                db.migrate(
                        Decisions.none().droppingAnything().fill("beta.choice", "NEW"),
                        Without.class);
        db.run(script.downgrade());
        assertThat(db.rows("select id, choice from beta")).containsExactly("1|NEW");
    }
}
