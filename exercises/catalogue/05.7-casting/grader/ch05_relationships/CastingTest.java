package ch05_relationships;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.dialect.ConstraintViolation;
import ormlab.grade.FreshDatabase;
import ormlab.grade.Mistake;
import ormlab.grade.NotSolvedYet;
import ormlab.trace.Trace;

@DisplayName("The cast of a film")
class CastingTest {
    private static final String LINK = "05d_many_to_many, \"Data on the link\"";
    private static final String JOIN = "05c_loading, \"With a join\"";
    private static final String ORDER = "04_queries, \"Order and limit\"";

    private final Database db = Database.open(FreshDatabase.url());
    private final Film moon = new Film("The moon", 1999);
    private final Film sea = new Film("The sea", 2015);
    private final Film rain = new Film("Rain", 2007);
    private final Actor anna = new Actor("anna");
    private final Actor john = new Actor("john");

    @BeforeEach
    void tables() {
        new Casting(moon, anna, "captain"); // Passes on NotSolvedYet.
        db.models(Film.class, Actor.class, Casting.class).createAll();
        db.session().addAll(moon, sea, rain, anna, john);
        db.session().commit();
    }

    @AfterEach
    void close() {
        db.close();
    }

    /** Stores castings. Returns whether the database accepted them. */
    private boolean taken(Casting... castings) {
        try {
            db.session().addAll((Object[]) castings);
            db.session().commit();
            return true;
        } catch (ConstraintViolation refused) {
            db.session().rollback();
            return false;
        } catch (NotSolvedYet toDo) {
            throw toDo;
        }
    }

    @Test
    @Order(1)
    @DisplayName(
            "A casting is stored with its film, actor and part; the film and the actor list it.")
    void stored() {
        Mistake.when(
                !taken(new Casting(moon, anna, "captain")), "A casting could not be stored.", LINK);
        db.closeSession();
        Film film = db.query(Film.class).filterBy("title", "The moon").one();
        List<Casting> cast = film.getCast().all();
        Mistake.when(
                cast.size() != 1 || !"captain".equals(cast.get(0).getPart()),
                "Loaded again, the film's cast has " + cast.size() + " castings.",
                LINK);
    }

    @Test
    @Order(2)
    @DisplayName("A casting without a film, an actor or a part is rejected.")
    void nothingMissing() {
        Mistake.when(
                taken(new Casting(null, anna, "captain")) || taken(new Casting(moon, null, "cook")),
                "A casting without a film or without an actor was stored. Write optional"
                        + " = false in the annotations of both fields.",
                LINK);
        Mistake.when(
                taken(new Casting(moon, anna, null)),
                "A casting without a part was stored, because its column may be null.",
                LINK);
    }

    private void inManyFilms(Casting... castings) {
        Mistake.when(
                !taken(castings),
                "Anna plays in one film, and was rejected for another one. An actor has"
                        + " many castings: @ManyToOne, not @OneToOne.",
                LINK);
    }

    @Test
    @Order(3)
    @DisplayName("In each film, a part is played by one actor; everything else may be repeated.")
    void onePartOnce() {
        taken(new Casting(moon, anna, "captain"));
        inManyFilms(new Casting(rain, anna, "cook"));
        Mistake.when(
                !taken(new Casting(moon, anna, "ghost")),
                "Anna plays the captain, and was rejected as the ghost in the same film,"
                        + " because film and actor together are unique. The film and the part must"
                        + " be unique.",
                LINK);
        Mistake.when(
                !taken(new Casting(sea, john, "captain")),
                "Because one film has a captain, the other film cannot have one: the part"
                        + " alone is unique in all films. Film and part together must be unique.",
                LINK);
        Mistake.when(
                taken(new Casting(moon, anna, "captain")),
                "Anna was cast as the captain twice. Add a unique constraint on film and"
                        + " part together.",
                LINK);
        Mistake.when(
                taken(new Casting(moon, john, "captain")),
                "The film The moon has two captains, anna and john: because the actor is"
                        + " one of the unique columns, it is enough that the actors differ.",
                LINK);
    }

    @Test
    @Order(4)
    @DisplayName("A filmography is sorted by year, the newest film first, and takes one SELECT.")
    void filmography() {
        inManyFilms(
                new Casting(moon, anna, "captain"),
                new Casting(sea, anna, "doctor"),
                new Casting(rain, anna, "postman"),
                new Casting(sea, john, "pilot"));
        db.closeSession();
        Actor actor = db.query(Actor.class).filterBy("name", "anna").one();
        Trace trace =
                db.trace(
                        () ->
                                Casting.filmography(actor)
                                        .forEach(casting -> casting.getFilm().getTitle()));
        List<String> titles =
                Casting.filmography(actor).stream().map(one -> one.getFilm().getTitle()).toList();
        Mistake.when(
                titles.equals(List.of("The moon", "Rain", "The sea")),
                "The oldest film comes first: without desc, orderBy sorts in ascending order.",
                ORDER);
        Mistake.when(
                !titles.equals(List.of("The sea", "Rain", "The moon")),
                "Anna's films are " + titles + ".",
                ORDER);
        Mistake.when(
                trace.selects() > 1,
                "Three films took "
                        + trace.selects()
                        + " SELECTs: one for the castings, and one for each film. fetch loads the"
                        + " films with the castings.",
                JOIN);
    }
}
