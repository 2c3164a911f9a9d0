package ch05_relationships;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.AttributeOverrides;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.util.LinkedHashSet;
import java.util.Set;

/** Embeds both places explicitly, and names the tables and columns of the values itself. */
@Entity
public class Profile {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Embedded private Place home;

    @Embedded
    @AttributeOverrides({
        @AttributeOverride(name = "city", column = @Column(name = "birth_city", length = 40)),
        @AttributeOverride(name = "country", column = @Column(name = "birth_country", length = 2))
    })
    private Place birthplace;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    @ElementCollection
    @CollectionTable(name = "interests", joinColumns = @JoinColumn(name = "profile_id"))
    @Column(name = "interest", length = 60, nullable = false)
    private Set<String> interests = new LinkedHashSet<>();

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
