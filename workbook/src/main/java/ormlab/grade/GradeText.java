package ormlab.grade;

import java.util.ArrayList;
import java.util.List;

/** Formats a grade as plain text, with characters that every terminal can show. */
final class GradeText {
    static final String COMMENT = "Your teacher's comment:";

    private static final int WIDTH = 96;
    private static final String DEEP = " ".repeat(10);

    private GradeText() {}

    static String of(Grade grade) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(grade));
        for (int i = 0; i < grade.tasks().size(); i++) {
            TaskGrade task = grade.tasks().get(i);
            String sentence = (i + 1) + ". " + task.sentence();
            lines.add(
                    String.format("  %-8s", mark(task.verdict()))
                            + TextWrap.wrapped(sentence, DEEP + "   ", WIDTH).strip());
            String message = grade.told(i);
            if (!message.isEmpty()) {
                lines.add(TextWrap.wrapped(message, DEEP + "   ", WIDTH));
            }
        }
        grade.remarks().forEach(remark -> lines.add(TextWrap.wrapped(remark, "", WIDTH)));
        if (!grade.problem().isEmpty()) {
            lines.add(TextWrap.wrapped(grade.problem(), "  ", WIDTH));
        }
        if (!grade.output().isEmpty()) {
            lines.add("Your code printed:");
            grade.output().lines().forEach(line -> lines.add("  | " + line));
        }
        if (!grade.sequel().comment().isEmpty()) {
            lines.add(COMMENT);
            lines.add(TextWrap.wrapped(grade.sequel().comment(), "  ", WIDTH));
        }
        grade.sequel()
                .solution()
                .ifPresent(
                        shown ->
                                lines.add(
                                        "solution(\"%s\") compares your answer with a good solution."
                                                .formatted(grade.id())));
        if (!grade.next().isEmpty()) {
            lines.add(TextWrap.wrapped("Next: " + grade.next(), "", WIDTH));
        }
        return String.join("\n", lines);
    }

    static String headline(Grade grade) {
        return grade.id() + " " + grade.title() + ": " + summary(grade);
    }

    static String summary(Grade grade) {
        boolean partly = grade.passed() > 0 && grade.verdict() != Verdict.PASSED;
        return grade.verdict().words()
                + (partly
                        ? ", " + grade.passed() + " of " + grade.tasks().size() + " tasks passed"
                        : "");
    }

    /** Returns a word of at most eight letters, so that the sentences are aligned. */
    static String mark(Verdict verdict) {
        return switch (verdict) {
            case TIMED_OUT -> "endless";
            case DOES_NOT_COMPILE -> "error";
            default -> verdict.words();
        };
    }
}
