package ormlab.internal.advice;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ormlab.trace.Advice;
import ormlab.trace.SqlText;
import ormlab.trace.TracedStatement;

/** Finds associations that load with one statement for each owner. */
final class AssociationRule implements Rule {
    /** The number of statements that counts as a loop rather than chance. */
    private static final int LOOP = 3;

    static final String BATCH = "@BatchSize(size = 20)";

    @Override
    public List<Advice> advise(Notes notes) {
        Map<List<Object>, List<Fact.AssociationLoads>> groups = new LinkedHashMap<>();
        Map<Fact, TracedStatement> statements = new IdentityHashMap<>();
        notes.each(
                Fact.AssociationLoads.class,
                (place, loads) -> {
                    TracedStatement sent = notes.sentFor(place);
                    if (sent != null && !SqlText.isBatch(sent.sql())) {
                        statements.put(loads, sent);
                        // Several sessions are several requests, and no loop.
                        List<Object> key = List.of(loads.session(), loads.label(), sent.sql());
                        groups.computeIfAbsent(key, none -> new ArrayList<>()).add(loads);
                    }
                });
        List<Advice> advice = new ArrayList<>();
        for (List<Fact.AssociationLoads> group : groups.values()) {
            if (group.size() >= LOOP) {
                advice.add(
                        advice(group.get(0), group.size(), notes).at(statements.get(group.get(0))));
            }
        }
        return advice;
    }

    private static Advice advice(Fact.AssociationLoads first, int statements, Notes notes) {
        String finding =
                "%s loaded with %s statements, one for each %s."
                        .formatted(
                                first.eager() ? first.label() + " is EAGER and" : first.label(),
                                statements,
                                first.toOne() ? first.target() : first.model());
        return first.eager()
                ? new Advice(
                        Advice.Kind.EAGER_ASSOCIATION,
                        first.label(),
                        finding,
                        "Map it with fetch = FetchType.LAZY, and fetch it in queries that need it:"
                                + " db.query(%s.class).fetch(\"%s\")."
                                        .formatted(first.model(), first.attribute()))
                : new Advice(Advice.Kind.N_PLUS_ONE, first.label(), finding, lazyFix(first, notes));
    }

    private static String lazyFix(Fact.AssociationLoads loads, Notes notes) {
        Fact.Queried query = notes.queryOf(loads.owner());
        boolean fits =
                query != null
                        && query.query().model().equals(loads.model())
                        && (loads.toOne() || !query.isCut() && query.query().fetched().isEmpty());
        if (fits) {
            return "Fetch it with its owners: %s."
                    .formatted(query.query().fetching(loads.attribute()));
        }
        return loads.toOne()
                ? "Put %s on the class %s.".formatted(BATCH, loads.target())
                : "Put %s on %s.".formatted(BATCH, loads.label());
    }
}
