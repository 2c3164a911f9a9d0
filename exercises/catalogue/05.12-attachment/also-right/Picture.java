package ch05_relationships;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.util.Optional;

@Entity
public class Picture extends Attachment {
    @Column(nullable = false)
    private String file;

    protected Picture() {}

    public Picture(String title, String file) {
        super(title);
        this.file = file;
    }

    public String getFile() {
        return file;
    }

    @Override
    public Optional<String> shownFile() {
        return Optional.of(file);
    }
}
