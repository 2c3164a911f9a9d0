package ch05_relationships;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.List;

/**
 * The part belongs to the pair of film and actor, so the pair is a model. In a film, a part is
 * played by one actor, so both columns together are unique. The films are fetched with the
 * castings, because a filmography shows them.
 */
@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"film_id", "part"}))
public class Casting {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Film film;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Actor actor;

    @Column(nullable = false)
    private String part;

    protected Casting() {}

    public Casting(Film film, Actor actor, String part) {
        this.film = film;
        this.actor = actor;
        this.part = part;
    }

    public static List<Casting> filmography(Actor actor) {
        return actor.getCastings().query().fetch("film").orderBy("film.year desc").all();
    }

    public Film getFilm() {
        return film;
    }

    public String getPart() {
        return part;
    }
}
