package ormlab.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ormlab.trace.Budget.expectStatements;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.Hibernate;
import ormlab.Database;
import ormlab.error.OrmlabException;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;
import ormlab.trace.TracedStatement;

/**
 * A plain list on the inverse side is not stored itself, but nothing that is added to it gets lost.
 */
class InverseListsIT {
    @Entity
    static class Team {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;

        @OneToMany(mappedBy = "team")
        private List<Player> players = new ArrayList<>();

        protected Team() {}

        Team(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return "<Team '" + name + "'>";
        }
    }

    @Entity
    static class Player {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;

        @ManyToOne(fetch = FetchType.LAZY)
        private Team team;

        @ManyToMany private Set<Club> clubs = new LinkedHashSet<>();

        protected Player() {}

        Player(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return "<Player '" + name + "'>";
        }
    }

    @Entity
    static class Club {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;

        @ManyToMany(mappedBy = "clubs")
        private List<Player> members = new ArrayList<>();

        protected Club() {}

        Club(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return "<Club '" + name + "'>";
        }
    }

    private static Database open(TestDatabase kind) {
        return kind.open(Team.class, Player.class, Club.class);
    }

    /** Stores fred in the team red, and an empty team blue, then starts a new session. */
    private static Database filled(TestDatabase kind) {
        Database db = open(kind);
        Team red = new Team("red");
        Player fred = new Player("fred");
        fred.team = red;
        fred.clubs.add(new Club("chess"));
        db.session().addAll(red, fred, fred.clubs.iterator().next(), new Team("blue"));
        db.session().commit();
        db.session().clear();
        return db;
    }

    private static Team team(Database db, String name) {
        return db.query(Team.class).filterBy("name", name).one();
    }

    private static Player fred(Database db) {
        return db.query(Player.class).filterBy("name", "fred").one();
    }

    private static String teamOf(Database db, String player) {
        return String.valueOf(
                db.rows(
                        "select t.name from player p left join team t on t.id = p.team_id where p.name = ?",
                        player));
    }

    @OnEveryDatabase
    void elements_in_a_new_objects_list_are_stored_with_their_owner(TestDatabase kind) {
        try (Database db = open(kind)) {
            Team red = new Team("red");
            Player fred = new Player("fred");
            red.players.add(fred);
            db.session().addAll(fred, red);
            expectStatements(
                    2,
                    () -> db.session().commit()); // no UPDATE, because the owner is inserted first
            assertThat(fred.team).isSameAs(red);
            assertThat(teamOf(db, "fred")).contains("red");
        }
    }

    @OnEveryDatabase
    void an_element_added_to_an_unloaded_list_is_stored_without_loading(TestDatabase kind) {
        try (Database db = filled(kind)) {
            Team red = team(db, "red");
            red.players.add(new Player("susan"));
            var sent = db.trace(() -> db.session().commit()).statements();
            assertThat(sent).hasSize(1).noneMatch(TracedStatement::isSelect);
            assertThat(Hibernate.isInitialized(red.players)).isFalse();
            assertThat(teamOf(db, "susan")).contains("red");
        }
    }

    @OnEveryDatabase
    void an_element_added_to_a_loaded_list_is_stored(TestDatabase kind) {
        try (Database db = filled(kind)) {
            Team red = team(db, "red");
            assertThat(red.players).hasSize(1);
            red.players.add(new Player("susan"));
            db.session().commit();
            assertThat(teamOf(db, "susan")).contains("red");
        }
    }

    @OnEveryDatabase
    void a_removed_element_loses_its_owner(TestDatabase kind) {
        try (Database db = filled(kind)) {
            Team red = team(db, "red");
            red.players.remove(fred(db));
            db.session().commit();
            assertThat(teamOf(db, "fred")).doesNotContain("red");
        }
    }

    @OnEveryDatabase
    void clearing_a_loaded_list_clears_the_owner_of_each_element(TestDatabase kind) {
        try (Database db = filled(kind)) {
            Team red = team(db, "red");
            assertThat(red.players).hasSize(1);
            red.players.clear();
            db.session().commit();
            assertThat(teamOf(db, "fred")).doesNotContain("red");
        }
    }

    @OnEveryDatabase
    void clearing_a_list_that_is_not_loaded_is_an_error(TestDatabase kind) {
        try (Database db = filled(kind)) {
            team(db, "red").players.clear();
            assertThatThrownBy(() -> db.session().commit())
                    .hasMessage(
                            "The list 'players' of <Team 'red'> was cleared without being loaded, which"
                                    + " stores nothing. Load it first, for example by size(); or change the"
                                    + " rows with one statement: filterBy(\"team\", …).update(\"team\","
                                    + " null).");
        }
    }

    @OnEveryDatabase
    void an_unchanged_list_leaves_the_owning_side_alone(TestDatabase kind) {
        try (Database db = filled(kind)) {
            Team red = team(db, "red");
            assertThat(red.players).hasSize(1); // and still holds fred afterwards
            fred(db).team = team(db, "blue");
            db.session().commit();
            assertThat(teamOf(db, "fred")).contains("blue");
        }
    }

    @OnEveryDatabase
    void two_sides_that_agree_are_stored(TestDatabase kind) {
        try (Database db = filled(kind)) {
            Team blue = team(db, "blue");
            Player fred = fred(db);
            blue.players.add(fred);
            fred.team = blue;
            db.session().commit();
            assertThat(teamOf(db, "fred")).contains("blue");
        }
    }

    @OnEveryDatabase
    void two_sides_that_contradict_each_other_are_an_error(TestDatabase kind) {
        try (Database db = filled(kind)) {
            Player fred = fred(db);
            team(db, "blue").players.add(fred);
            assertThatThrownBy(() -> db.session().commit())
                    .isInstanceOf(OrmlabException.class)
                    .hasMessage(
                            "<Player 'fred'> was put into the list 'players' of <Team 'blue'>, and its"
                                    + " 'team' is <Team 'red'>. Only that is stored, not the"
                                    + " list: set 'team' to the right owner.");
            db.session().rollback();
            assertThat(teamOf(db, "fred")).contains("red");
        }
    }

    @OnEveryDatabase
    void a_detached_element_is_an_error(TestDatabase kind) {
        try (Database db = open(kind)) {
            Player john = new Player("john");
            db.session().add(john);
            db.session().commit();
            db.session().clear();
            Team blue = new Team("blue");
            blue.players.add(john);
            db.session().add(blue);
            assertThatThrownBy(() -> db.session().commit())
                    .hasMessage(
                            "<Player 'john'> was put into the list 'players' of <Team 'blue'> and"
                                    + " is detached, so it would not be stored. Load it again,"
                                    + " then add"
                                    + " it.");
        }
    }

    @OnEveryDatabase
    void the_loaded_other_side_of_many_to_many_is_kept_in_step(TestDatabase kind) {
        try (Database db = open(kind)) {
            Club chess = new Club("chess");
            Player susan = new Player("susan");
            chess.members.add(susan);
            db.session().addAll(chess, susan);
            db.session().commit();
            assertThat(db.rows("select * from player_clubs").size()).isEqualTo(1);
            chess.members.remove(susan);
            db.session().commit();
            assertThat(db.rows("select * from player_clubs").size()).isZero();
        }
    }

    @OnEveryDatabase
    void an_owning_side_of_many_to_many_that_is_not_loaded_is_an_error(TestDatabase kind) {
        try (Database db = filled(kind)) {
            Club go = new Club("go");
            go.members.add(fred(db));
            db.session().add(go);
            assertThatThrownBy(() -> db.session().commit())
                    .hasMessage(
                            "<Player 'fred'> was put into 'members' of <Club 'go'>, which stores nothing:"
                                    + " the owning side is Player.clubs, and it is not loaded. Add to that"
                                    + " one: clubs.add(…).");
        }
    }

    @OnEveryDatabase
    void a_deleted_element_may_be_removed_from_the_list(TestDatabase kind) {
        try (Database db = filled(kind)) {
            Team red = team(db, "red");
            Player fred = fred(db);
            red.players.remove(fred);
            db.session().delete(fred);
            db.session().commit();
            assertThat(db.query(Player.class).count()).isZero();
        }
    }
}
