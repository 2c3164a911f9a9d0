package ch05_relationships;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Optional;
import org.hibernate.Hibernate;

@Entity
@Table(name = "reactions")
public class Reaction {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Attachment attachment;

    protected Reaction() {}

    public Reaction(Attachment attachment) {
        this.attachment = attachment;
    }

    /** Returns the file if the attachment is a picture, and empty if it isn't. */
    public Optional<String> picture() {
        Object attached = Hibernate.unproxy(attachment);
        return attached instanceof Picture picture
                ? Optional.of(picture.getFile())
                : Optional.empty();
    }
}
