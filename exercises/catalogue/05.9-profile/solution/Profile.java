package ch05_relationships;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.HashSet;
import java.util.Set;

/**
 * Both places are columns of the profile. The override repeats the lengths, because it replaces
 * everything that Place says about a column. A set of interests has a primary key, so Hibernate can
 * delete a single row. A name survives when somebody adds a constant to the enum.
 */
@Entity
public class Profile {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private Place home;

    @AttributeOverride(name = "city", column = @Column(name = "birth_city", length = 40))
    @AttributeOverride(name = "country", column = @Column(name = "birth_country", length = 2))
    private Place birthplace;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    @ElementCollection private Set<String> interests = new HashSet<>();

    protected Profile() {}

    public Profile(Place home, Place birthplace, Visibility visibility) {
        this.home = home;
        this.birthplace = birthplace;
        this.visibility = visibility;
    }

    public Place getHome() {
        return home;
    }

    public Place getBirthplace() {
        return birthplace;
    }

    public Visibility getVisibility() {
        return visibility;
    }

    public Set<String> getInterests() {
        return interests;
    }
}
