package ormlab.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.Map;
import org.hibernate.cfg.SchemaToolingSettings;
import ormlab.testing.MappedModel;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/** Hibernate's own tools for a schema, on the tables that the dialects create. */
class SchemaToolsTest {
    @Entity(name = "Team")
    static class Team {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne Member captain;
    }

    @Entity(name = "Member")
    static class Member {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne Team team;

        @ManyToOne Member mentor;
    }

    @OnSqliteAndPostgres
    void truncate_empties_tables_that_refer_to_each_other(TestDatabase database) {
        try (MappedModel model = database.create(Team.class, Member.class)) {
            model.write(
                    session -> {
                        Team team = new Team();
                        session.persist(team);
                        Member ada = new Member();
                        ada.team = team;
                        session.persist(ada);
                        Member bob = new Member();
                        bob.team = team;
                        bob.mentor = ada;
                        session.persist(bob);
                        team.captain = bob;
                    });
            model.factory().getSchemaManager().truncate();
            assertThat(model.rows("select id from team union all select id from member")).isEmpty();
            Member next = new Member();
            model.write(session -> session.persist(next));
            assertThat(next.id).isEqualTo(3);

            model.factory().getSchemaManager().truncate();
            model.factory().getSchemaManager().drop(false);
            assertThatThrownBy(() -> model.rows("select * from team")).hasMessageContaining("team");
        }
    }

    @OnSqliteAndPostgres
    void the_tables_of_every_type_pass_hibernates_validation(TestDatabase database) {
        String url = database.jdbcUrl();
        Class<?>[] classes = {Thing.class, Team.class, Member.class};
        try (MappedModel model = MappedModel.of(url, Map.of(), classes)) {
            model.createTables();
        }
        Map<String, Object> validate = Map.of(SchemaToolingSettings.HBM2DDL_AUTO, "validate");
        try (MappedModel model = MappedModel.of(url, validate, classes)) {
            assertThat(model.factory().isOpen()).isTrue();
        }
    }
}
