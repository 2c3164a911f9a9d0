package ormlab.migrate.script;

import java.util.List;

/**
 * Is something that only a person can decide.
 *
 * @param words what was found, with the values, as one or two sentences; not null
 * @param choices calls of {@code Decisions} to choose from, as Java to copy; not null
 */
public record Question(String words, List<String> choices) {
    /** Keeps a copy that nobody can change. */
    public Question {
        choices = List.copyOf(choices);
    }

    /** Writes the question with the calls that answer it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(words);
        for (int i = 0; i < choices.size(); i++) {
            text.append(i == 0 ? " Say Decisions.none()." : " or .").append(choices.get(i));
        }
        return text.append(choices.isEmpty() ? "" : ".").toString();
    }
}
