package ch05_relationships;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

@Entity
public class Survey extends Attachment {
    @Column(nullable = false)
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
