package ormlab.grade;

import java.util.Map;
import java.util.TreeMap;
import ormlab.trace.Advice;
import ormlab.trace.Trace;
import ormlab.trace.TracedStatement;

/**
 * What one task of an answer sent to the database.
 *
 * @param selects the number of SELECTs
 * @param rows how many rows they returned
 * @param advice how to send less, by the kind of the advice and what it is about
 */
record Cost(int selects, long rows, Map<String, Advice> advice) {
    /** A grader calls a method of the answer again, which looks like the same query twice. */
    static Cost of(Trace trace) {
        Map<String, Advice> advice = new TreeMap<>();
        trace.advice().stream()
                .filter(one -> one.kind() != Advice.Kind.SAME_QUERY_TWICE)
                .forEach(one -> advice.put(one.kind() + about(one), one));
        long rows =
                trace.statements().stream()
                        .filter(TracedStatement::isSelect)
                        .mapToLong(TracedStatement::rows)
                        .sum();
        return new Cost(trace.selects(), rows, advice);
    }

    /** Returns what an advice is about, without the line. */
    private static String about(Advice advice) {
        return " " + advice.where().replaceFirst(" at .*", "");
    }
}
