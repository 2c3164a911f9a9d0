package ch09_out_of_the_notebook;

import java.time.Instant;

/** What a line of the file contains. */
public record Line(Integer id, String author, Instant timestamp, String body) {
    public String text() {
        return id + "|" + author + "|" + timestamp + "|" + body;
    }
}
