package ch05_relationships;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.List;
import ormlab.relationship.DynamicList;

/**
 * A station plays for years, but each method needs only a few plays. The list is a query for the
 * plays of this station, so every result takes one statement, and adding a play loads none of the
 * others.
 */
@Entity
public class RadioStation {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @OneToMany(mappedBy = "station")
    private DynamicList<Play> plays = DynamicList.empty();

    public List<Play> latest(int number) {
        return plays.orderBy("minute desc").limit(number).all();
    }

    public long timesPlayed(String song) {
        return plays.filterBy("song", song).count();
    }

    public void play(Play play) {
        plays.add(play);
    }
}
