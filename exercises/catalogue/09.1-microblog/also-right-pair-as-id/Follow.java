package ch09_out_of_the_notebook;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** The two members are the id. */
@Entity
@Table(
        name = "follows",
        check =
                @CheckConstraint(
                        name = "ck_follows_self",
                        constraint = "follower_id <> followed_id"))
public class Follow {
    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    private Member follower;

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    private Member followed;

    protected Follow() {}

    public Follow(Member follower, Member followed) {
        this.follower = follower;
        this.followed = followed;
    }
}
