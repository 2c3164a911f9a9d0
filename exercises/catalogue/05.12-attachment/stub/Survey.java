package ch05_relationships;

import jakarta.persistence.Entity;

/** TODO A survey needs a question: declare that. */
@Entity
public class Survey extends Attachment {
    private String question;

    protected Survey() {}

    public Survey(String title, String question) {
        super(title);
        this.question = question;
    }

    public String getQuestion() {
        return question;
    }
}
