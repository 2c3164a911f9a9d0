package microblog.web;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a {@link Visitor} got back.
 *
 * @param status the number that says how it went
 * @param location where a redirect leads, or empty
 * @param body the page with its tags
 */
public record Reply(int status, String location, String body) {
    /** Returns what a person reads on the page, without the tags. */
    public List<String> lines() {
        return body.replaceAll("<title>.*</title>", "")
                .replaceAll("</[^>]*>", "\n")
                .replaceAll("<[^>]*>", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        String to = location.isEmpty() ? "" : " go to " + location;
        return status
                + to
                + lines().stream().map(line -> "\n    " + line).collect(Collectors.joining());
    }
}
