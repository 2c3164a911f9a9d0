package ormlab.internal.advice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ormlab.trace.Advice;
import ormlab.trace.SqlText;
import ormlab.trace.TracedStatement;

/** Finds queries that were sent again although nothing had changed. */
final class RepeatRule implements Rule {
    /** A query as the database received it. */
    private record Sent(Object session, String sql, List<?> binds) {}

    @Override
    public List<Advice> advise(Notes notes) {
        Map<Sent, Integer> most = new LinkedHashMap<>();
        Map<Sent, Integer> since = new HashMap<>();
        Map<Sent, TracedStatement> last = new HashMap<>();
        for (int place = 0; place < notes.size(); place++) {
            TracedStatement statement = notes.statement(place);
            Fact.Sending sending = notes.fact(place - 1, Fact.Sending.class);
            if (notes.isBorder(place)
                    || notes.fact(place, Fact.Forgets.class) != null
                    || statement != null && !statement.isSelect()) {
                since.clear();
            } else if (statement != null && sending != null && isRepeatable(statement)) {
                Sent sent = new Sent(sending.session(), statement.sql(), statement.binds());
                last.put(sent, statement);
                most.merge(sent, since.merge(sent, 1, Integer::sum), Math::max);
            }
        }
        List<Advice> advice = new ArrayList<>();
        most.forEach(
                (sent, times) -> {
                    if (times > 1) {
                        advice.add(advice(sent, times).at(last.get(sent)));
                    }
                });
        return advice;
    }

    private static boolean isRepeatable(TracedStatement statement) {
        return statement.failure() == null
                && !statement.sql().contains(" for update")
                && !statement.sql().contains("nextval");
    }

    private static Advice advice(Sent sent, int times) {
        String table = SqlText.table(sent.sql());
        return new Advice(
                Advice.Kind.SAME_QUERY_TWICE,
                table,
                "The same query on %s was sent %s times with the same binds."
                        .formatted(table, times),
                "Keep the first result in a variable.");
    }
}
