package ch05_relationships;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;

/** One table for all: a column is null in other rows, so the rules of the kinds are checks. */
@Entity
@Table(
        name = "attachments",
        check = {
            @CheckConstraint(
                    name = "ck_picture",
                    constraint = "dtype <> 'Picture' or file is not null"),
            @CheckConstraint(
                    name = "ck_survey",
                    constraint = "dtype <> 'Survey' or question is not null")
        })
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
public abstract class Attachment {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(nullable = false)
    private String title;

    protected Attachment() {}

    protected Attachment(String title) {
        this.title = title;
    }

    public Integer getId() {
        return id;
    }

    public String getTitle() {
        return title;
    }
}
