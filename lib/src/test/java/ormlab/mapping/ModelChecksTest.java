package ormlab.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.error.OrmlabException;
import ormlab.model.Role;
import ormlab.model.User;

/** Each mistake that is easy to make in a cell has its own message. */
class ModelChecksTest {
    @Entity
    static class NoId {
        String name;
    }

    @Entity
    static class NoConstructor {
        @Id Integer id;

        NoConstructor(String name) {}
    }

    @Entity
    static final class Final {
        @Id Integer id;
    }

    @Entity
    record ARecord(@Id Integer id) {}

    static class NoEntity {
        @Id Integer id;
    }

    @Entity
    static class PublicAssociation {
        @Id Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Role role;
    }

    @Entity
    static class Team {
        @Id Integer id;

        @OneToMany(mappedBy = "taem")
        private List<Player> players = new ArrayList<>();
    }

    @Entity
    static class Player {
        @Id Integer id;

        @ManyToOne private Team team;
    }

    @Entity
    static class Owner {
        @Id Integer id;

        private List<Pet> pets = new ArrayList<>();
    }

    @Entity
    static class Pet {
        @Id Integer id;

        private Owner owner;
    }

    @Entity
    static class Pupil {
        @Id Integer id;

        @ManyToOne
        @JoinColumn(name = "Form.id")
        private Form form;
    }

    @Entity
    static class Form {
        @Id Integer id;
    }

    @Entity
    static class Guest {
        @Id Integer id;

        @ManyToOne
        @JoinColumn(name = "roles.id")
        private Role role;
    }

    @Entity
    static class Dotted {
        @Id Integer id;

        @Column(name = "dotted.name")
        private String name;
    }

    @Entity
    static class Referring {
        @Id Integer id;

        @ManyToOne
        @JoinColumn(name = "form_id", referencedColumnName = "Form.id")
        private Form form;
    }

    private static void refused(String message, Class<?>... models) {
        try (Database db = Database.open("sqlite://")) {
            assertThatThrownBy(() -> db.models(models))
                    .isInstanceOf(OrmlabException.class)
                    .hasMessage(message);
        }
    }

    @Test
    void a_model_without_an_id_says_what_to_add() {
        refused(
                "NoId has no @Id, and each row needs one. Add for example:"
                        + " @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Integer id;",
                NoId.class);
    }

    @Test
    void a_model_without_a_no_argument_constructor_says_what_to_add() {
        refused(
                "NoConstructor has no constructor without arguments, which Hibernate needs to"
                        + " create the objects that it loads. Add: protected NoConstructor() {}",
                NoConstructor.class);
    }

    @Entity
    class Inner {
        @Id Integer id;

        Inner() {}
    }

    @Entity
    interface AnInterface {}

    @Entity
    enum AnEnum {
        ONE
    }

    @Test
    void a_model_that_is_not_an_ordinary_class_gets_usable_advice() {
        refused(
                "Inner is an inner class, and Hibernate cannot create it without an outer"
                        + " object. Write"
                        + " static before class, or move it to a file of its own.",
                Inner.class);
        refused(
                "AnInterface is an interface, and a row becomes an object of a class. Write a class.",
                AnInterface.class);
        refused(
                "AnEnum is an enum, which is a value in a column and has no table. Leave out @Entity,"
                        + " and write @Enumerated(EnumType.STRING) above the attribute.",
                AnEnum.class);
    }

    @Test
    void final_classes_and_records_are_refused() {
        refused(
                "Final is final, and Hibernate loads lazily through a subclass. Write a class that is not"
                        + " final.",
                Final.class);
        refused(
                "ARecord is a record, and Hibernate loads lazily through a subclass. Write a class that is"
                        + " not final.",
                ARecord.class);
    }

    @Test
    void a_class_without_entity_annotation_is_refused() {
        refused(
                "NoEntity has no @Entity, so it is not a model. Write @Entity above the class.",
                Role.class,
                User.class,
                NoEntity.class);
    }

    @Test
    void a_public_association_is_refused() {
        refused(
                "PublicAssociation has the public association 'role'. Read from outside, the field of an"
                        + " object that is not loaded yet is silently null. Make it private and write a"
                        + " getter.",
                PublicAssociation.class,
                Role.class,
                User.class);
    }

    @Test
    void a_model_that_is_referred_to_must_be_registered() {
        refused(
                "User refers in 'role' to Role, which is not registered. Register it too:"
                        + " db.models(User.class, Role.class).",
                User.class);
    }

    @Test
    void a_wrong_mappedBy_suggests_the_nearest_name() {
        refused(
                "Team says in 'players' mappedBy = \"taem\", and Player has no field of that name. Did you"
                        + " mean 'team'? mappedBy names the field on the other side, not a column or a"
                        + " table.",
                Team.class,
                Player.class);
    }

    @Test
    void a_relationship_without_annotations_is_reported_on_both_sides() {
        refused(
                "Owner has the field 'pets' of Pet, which is a model, and does not say how they relate."
                        + " Write @OneToMany(mappedBy = \"…\") or @ManyToMany above it.",
                Owner.class,
                Pet.class);
        refused(
                "Pet has the field 'owner' of Owner, which is a model, and does not say how they relate."
                        + " Write @ManyToOne(fetch = FetchType.LAZY) or @OneToOne above it.",
                Pet.class,
                Owner.class);
    }

    @Test
    void a_join_column_that_names_a_class_or_a_table_is_refused() {
        refused(
                "Pupil has @JoinColumn(name = \"Form.id\") on 'form', and Form is a class."
                        + " @JoinColumn names the new column in Pupil's own table; the type of"
                        + " 'form' decides which table it refers to. Write @JoinColumn(name ="
                        + " \"form_id\"), or leave it out.",
                Pupil.class,
                Form.class);
        refused(
                "Guest has @JoinColumn(name = \"roles.id\") on 'role', and 'roles' is the table of Role."
                        + " @JoinColumn names the new column in Guest's own table; the type of"
                        + " 'role' decides which table it refers to. Write @JoinColumn(name ="
                        + " \"role_id\"), or leave"
                        + " it out.",
                Guest.class,
                Role.class,
                User.class);
    }

    @Test
    void a_column_with_a_dot_is_refused() {
        refused(
                "Dotted has @Column(name = \"dotted.name\") on 'name', and a column's name has no dot."
                        + " Write the column alone: \"name\".",
                Dotted.class);
        refused(
                "Referring has @JoinColumn(referencedColumnName = \"Form.id\") on 'form', and a column's"
                        + " name has no dot. Write the column alone: \"id\".",
                Referring.class,
                Form.class);
    }

    @Test
    void refused_models_keep_the_registered_ones() {
        try (Database db = Database.open("sqlite://").models(Role.class, User.class)) {
            db.createAll();
            db.session().add(new Role("Observer"));
            db.session().commit();
            assertThatThrownBy(() -> db.models(NoId.class)).isInstanceOf(InvalidModel.class);
            assertThat(db.query(Role.class).count()).isEqualTo(1);
        }
    }

    @Test
    void a_database_without_models_says_so() {
        try (Database db = Database.open("sqlite://")) {
            assertThatThrownBy(db::createAll)
                    .hasMessage(
                            "No models are registered yet. Register them first:"
                                    + " db.models(User.class, …).");
        }
    }

    @MappedSuperclass
    abstract static class Numbered {
        private Integer id;

        @Id
        public Integer getId() {
            return id;
        }

        public void setId(Integer id) {
            this.id = id;
        }
    }

    @Entity(name = "Shelf")
    static class Shelf extends Numbered {
        private Shelf above;

        @ManyToOne
        public Shelf getAbove() {
            return above;
        }

        public void setAbove(Shelf above) {
            this.above = above;
        }
    }

    @Test
    void an_id_on_an_inherited_getter_moves_all_annotations_to_the_getters() {
        ModelChecks.check(List.of(Numbered.class, Shelf.class));
    }
}
