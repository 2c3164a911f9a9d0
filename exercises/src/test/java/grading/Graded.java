package grading;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import ormlab.grade.Exercises;
import ormlab.grade.Grade;
import ormlab.grade.Grader;
import ormlab.grade.rules.KnownAnswer;
import ormlab.trace.Advice;
import ormlab.trace.Trace;

/**
 * Grades the catalogue's answers; each is graded once for all tests, and right ones are traced.
 *
 * @param advice what the traces of its tasks advise on lines of the answer
 */
record Graded(Grade grade, Set<String> advice) {
    private static final Map<String, Graded> GRADES = new ConcurrentHashMap<>();

    static Grade of(Exercises exercises, KnownAnswer known) {
        return with(exercises, known).grade;
    }

    static Set<String> advice(Exercises exercises, KnownAnswer known) {
        return with(exercises, known).advice;
    }

    private static Graded with(Exercises exercises, KnownAnswer known) {
        return GRADES.computeIfAbsent(
                known.name(),
                name -> {
                    Set<String> advice = Collections.synchronizedSet(new TreeSet<>());
                    Grader grader =
                            known.message().isEmpty()
                                    ? exercises.grader().traced(trace -> add(trace, known, advice))
                                    : exercises.grader();
                    return new Graded(grader.grade(known.exercise(), known.answer()), advice);
                });
    }

    /** A grader calls a method of the answer again, which looks like the same query twice. */
    private static void add(Trace trace, KnownAnswer known, Set<String> advice) {
        trace.advice().stream()
                .filter(one -> one.kind() != Advice.Kind.SAME_QUERY_TWICE)
                .filter(
                        one ->
                                known.files().keySet().stream()
                                        .anyMatch(file -> one.where().contains(" at " + file)))
                .forEach(one -> advice.add(one.kind() + " " + one.where()));
    }
}
