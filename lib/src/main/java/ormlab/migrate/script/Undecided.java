package ormlab.migrate.script;

import java.util.List;
import ormlab.error.OrmlabException;

/**
 * Thrown if you must decide something before a migration is written; contains the questions and
 * their possible answers.
 */
public final class Undecided extends OrmlabException {
    private static final long serialVersionUID = 1L;

    private final transient List<Question> questions;

    Undecided(List<Question> questions) {
        super(words(questions));
        this.questions = List.copyOf(questions);
    }

    private static String words(List<Question> questions) {
        StringBuilder words = new StringBuilder();
        words.append(
                questions.size() == 1
                        ? "One thing must be decided before the migration is written:"
                        : questions.size()
                                + " things must be decided before the migration is written:");
        for (Question question : questions) {
            words.append("\n- ").append(question);
        }
        return words.toString();
    }

    /** Returns the questions, at least one. */
    public List<Question> questions() {
        return questions;
    }
}
