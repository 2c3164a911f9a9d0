package ch05_relationships;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

@Entity
public class RadioStation {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @OneToMany(mappedBy = "station")
    private List<Play> plays = new ArrayList<>();

    public List<Play> latest(int number) {
        return plays.stream()
                .sorted(Comparator.comparing(Play::getMinute).reversed())
                .limit(number)
                .toList();
    }

    public long timesPlayed(String song) {
        return plays.stream().filter(play -> play.getSong().equals(song)).count();
    }

    public void play(Play play) {
        plays.add(play);
        play.setStation(this);
    }
}
