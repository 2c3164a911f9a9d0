package ch09_out_of_the_notebook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A post of the microblog, and what the moderation says. You don't need to change this class. */
@Entity
@Table(name = "checked_posts")
public class CheckedPost {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(length = 140, nullable = false)
    private String body;

    @Column(nullable = false)
    private boolean checked;

    @Column(nullable = false)
    private boolean hidden;

    protected CheckedPost() {}

    public CheckedPost(String body, boolean checked, boolean hidden) {
        this.body = body;
        this.checked = checked;
        this.hidden = hidden;
    }

    public Integer getId() {
        return id;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }

    public boolean isChecked() {
        return checked;
    }

    public void setChecked(boolean checked) {
        this.checked = checked;
    }

    public boolean isHidden() {
        return hidden;
    }

    public void setHidden(boolean hidden) {
        this.hidden = hidden;
    }
}
