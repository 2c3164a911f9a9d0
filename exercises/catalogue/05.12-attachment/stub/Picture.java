package ch05_relationships;

import jakarta.persistence.Entity;

/** TODO A picture needs a file: declare that. */
@Entity
public class Picture extends Attachment {
    private String file;

    protected Picture() {}

    public Picture(String title, String file) {
        super(title);
        this.file = file;
    }

    public String getFile() {
        return file;
    }
}
