package ch05_relationships;

import jakarta.persistence.*;
import java.util.Optional;
import ormlab.grade.NotSolvedYet;

/** A user reacts to an attachment of any kind. */
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
        // TODO The attachment may be a proxy.
        throw new NotSolvedYet("return the file of a picture");
    }
}
