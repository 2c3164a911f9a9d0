package ch05_relationships;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.List;

@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"part", "film_id"}))
public class Casting {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(nullable = false)
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
