package ormlab.cli;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.script.Question;
import ormlab.migrate.script.Undecided;

/**
 * Asks the user for each decision, one question at a time; does not ask when a script runs the
 * command.
 */
final class Interview {
    private static final Pattern CALL =
            Pattern.compile("(\\w+)\\(([^()]*(?:\\([^()]*\\))?[^()]*)\\)");
    private static final int TRIES = 50;

    private final Terminal terminal;

    Interview(Terminal terminal) {
        this.terminal = terminal;
    }

    <R> R until(Decisions given, Function<Decisions, R> work) {
        Decisions decisions = given;
        for (int i = 0; i < TRIES; i++) {
            try {
                return work.apply(decisions);
            } catch (Undecided undecided) {
                Decisions more = ask(undecided, decisions);
                if (more == decisions) {
                    throw undecided;
                }
                decisions = more;
            }
        }
        return work.apply(decisions);
    }

    private Decisions ask(Undecided undecided, Decisions decisions) {
        Decisions decided = decisions;
        if (terminal.ask().isPresent()) {
            for (Question question : undecided.questions()) {
                decided = ask(question, decided);
            }
        }
        return decided;
    }

    private Decisions ask(Question question, Decisions decisions) {
        if (question.choices().isEmpty()) {
            return decisions;
        }
        StringBuilder text = new StringBuilder(question.words()).append('\n');
        for (int i = 0; i < question.choices().size(); i++) {
            String option = ShellWords.of(question.choices().get(i));
            text.append("  ").append(i + 1).append(") ").append(option).append('\n');
        }
        String answer = terminal.ask().orElseThrow().apply(text + "Number, or Enter to stop: ");
        if (answer == null || !answer.strip().matches("\\d{1,3}")) {
            return decisions;
        }
        int choice = Integer.parseInt(answer.strip());
        return choice < 1 || choice > question.choices().size()
                ? decisions
                : decided(question.choices().get(choice - 1), decisions);
    }

    /** Applies the calls of a choice in order. */
    private Decisions decided(String choice, Decisions decisions) {
        Decisions decided = decisions;
        Matcher call = CALL.matcher(choice);
        while (call.find()) {
            String[] names = call.group(2).replace("\"", "").split(",\\s*");
            decided = decided(call.group(1), names, decided);
        }
        return decided;
    }

    private Decisions decided(String call, String[] names, Decisions decisions) {
        return switch (call) {
            case "renamedTable" -> decisions.renamedTable(names[0], names[1]);
            case "renamedColumn" -> decisions.renamedColumn(names[0], names[1], names[2]);
            case "notRenamed" -> decisions.notRenamed(names);
            case "dropping" -> decisions.dropping(names);
            case "droppingAnything" -> decisions.droppingAnything();
            case "fill" -> decisions.fill(names[0], DecisionOptions.value(asked(names[0])));
            case "fillSql" -> decisions.fillSql(names[0], asked(names[0] + " (SQL)"));
            case "converting" -> decisions.converting(names[0], asked(names[0] + " (SQL)"));
            default -> decisions;
        };
    }

    private String asked(String column) {
        return terminal.ask().orElseThrow().apply("Value for " + column + ": ");
    }
}
