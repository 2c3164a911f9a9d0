package ormlab.migrate.script;

import java.util.List;

/**
 * Something that only you can decide.
 *
 * @param words what was found, with the values, in one or two sentences
 * @param choices calls of {@code Decisions} to choose from, as Java to copy
 */
public record Question(String words, List<String> choices) {
    /** Copies the choices. */
    public Question {
        choices = List.copyOf(choices);
    }

    /**
     * Creates a question with the calls that answer it, as Java to copy; without calls, it cannot
     * be decided.
     */
    public static Question of(String words, String... choices) {
        return new Question(words, List.of(choices));
    }

    /** Returns the question with the calls that answer it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(words);
        for (int i = 0; i < choices.size(); i++) {
            text.append(i == 0 ? " Pass Decisions.none()." : " or .").append(choices.get(i));
        }
        return text.append(choices.isEmpty() ? "" : ".").toString();
    }
}
