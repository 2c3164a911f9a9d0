package ch05_relationships;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

/**
 * With one table for each class, joined, the columns of a subclass can be not null, and the table
 * of all attachments has a key to which reactions refer. One table for all would need checks, and
 * complete tables for each class have no key in common.
 */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
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
