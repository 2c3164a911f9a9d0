package ormlab.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.List;
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

    @Entity(name = "Album")
    static class Album {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne(optional = false)
        Band owner;
    }

    @Entity(name = "Band")
    static class Band {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne Album favourite;
    }

    @Entity(name = "Song")
    static class Song {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne(optional = false)
        Composer owner;
    }

    @Entity(name = "Composer")
    static class Composer {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne Song favourite;
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

    /** Hibernate lists the tables by name, so each pair is a cycle in the other direction. */
    @OnSqliteAndPostgres
    void truncate_empties_a_cycle_with_a_reference_that_must_not_be_null(TestDatabase database) {
        Class<?>[] classes = {Album.class, Band.class, Song.class, Composer.class};
        try (MappedModel model = database.create(classes)) {
            model.write(
                    session -> {
                        Band band = new Band();
                        session.persist(band);
                        band.favourite = new Album();
                        band.favourite.owner = band;
                        session.persist(band.favourite);
                        Composer composer = new Composer();
                        session.persist(composer);
                        composer.favourite = new Song();
                        composer.favourite.owner = composer;
                        session.persist(composer.favourite);
                    });
            model.factory().getSchemaManager().truncate();
            for (String table : List.of("album", "band", "song", "composer")) {
                assertThat(model.rows("select id from " + table)).as(table).isEmpty();
            }
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
