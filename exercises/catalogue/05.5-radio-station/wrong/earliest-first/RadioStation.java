package ch05_relationships;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.List;
import ormlab.relationship.DynamicList;

@Entity
public class RadioStation {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @OneToMany(mappedBy = "station")
    private DynamicList<Play> plays = DynamicList.empty();

    public List<Play> latest(int number) {
        return plays.orderBy("minute").limit(number).all();
    }

    public long timesPlayed(String song) {
        return plays.filterBy("song", song).count();
    }

    public void play(Play play) {
        plays.add(play);
    }
}
