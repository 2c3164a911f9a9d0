package ch05_relationships;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A song that a station played at some minute. You don't need to change this class. */
@Entity
public class Play {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private int minute;
    private String song;

    @ManyToOne(fetch = FetchType.LAZY)
    private RadioStation station;

    protected Play() {}

    public Play(int minute, String song) {
        this.minute = minute;
        this.song = song;
    }

    public Integer getId() {
        return id;
    }

    public int getMinute() {
        return minute;
    }

    public String getSong() {
        return song;
    }

    public RadioStation getStation() {
        return station;
    }

    public void setStation(RadioStation station) {
        this.station = station;
    }
}
