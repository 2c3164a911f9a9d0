package ch09_out_of_the_notebook;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "follows")
public class Follow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Member follower;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Member followed;

    protected Follow() {}

    public Follow(Member follower, Member followed) {
        this.follower = follower;
        this.followed = followed;
    }
}
