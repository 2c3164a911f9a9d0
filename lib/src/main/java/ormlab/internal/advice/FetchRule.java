package ormlab.internal.advice;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ormlab.trace.Advice;
import ormlab.trace.TracedStatement;

/** Finds fetched collections that make a query expensive, and pages far from the first. */
final class FetchRule implements Rule {
    /** The number of skipped rows that counts as far. */
    private static final int FAR = 1000;

    @Override
    public List<Advice> advise(Notes notes) {
        List<Advice> advice = new ArrayList<>();
        notes.each(
                Fact.Queried.class,
                (place, query) -> {
                    TracedStatement select = notes.selectOf(place);
                    if (select == null) {
                        return;
                    }
                    if (isPagedInMemory(query, select)) {
                        advice.add(pagedInMemory(query, select.rows()).at(select));
                    }
                    QueryText.Fetched second = multiplying(query.query().fetched());
                    if (second != null
                            && select.rows() > query.elements() + query.rows().loaded()) {
                        advice.add(multiplied(query, second, select.rows()).at(select));
                    }
                    if (query.offset() >= FAR && !isPagedInMemory(query, select)) {
                        advice.add(farOffset(query).at(select));
                    }
                });
        return advice;
    }

    private static boolean isPagedInMemory(Fact.Queried query, TracedStatement select) {
        String sql = select.sql();
        return query.isCut()
                && !query.query().fetched().isEmpty()
                && !sql.contains(" limit ")
                && !sql.contains(" fetch first ")
                && !sql.contains(" offset ");
    }

    private static Advice pagedInMemory(Fact.Queried query, long rows) {
        QueryText.Fetched fetched = query.query().fetched().get(0);
        return new Advice(
                Advice.Kind.PAGING_IN_MEMORY,
                fetched.label(),
                "A page of %s was cut in Java, after all %s rows with %s had been read."
                        .formatted(query.query().model(), rows, fetched.label()),
                query.query().ordersBy(fetched)
                        ? "Order by an attribute of %s, so that the database can cut the page."
                                .formatted(query.query().model())
                        : leaveOut(query.query(), fetched));
    }

    private static QueryText.@Nullable Fetched multiplying(List<QueryText.Fetched> fetched) {
        for (int i = 1; i < fetched.size(); i++) {
            for (int k = 0; k < i; k++) {
                if (fetched.get(i).multiplies(fetched.get(k))) {
                    return fetched.get(i);
                }
            }
        }
        return null;
    }

    private static Advice multiplied(Fact.Queried query, QueryText.Fetched second, long rows) {
        return new Advice(
                Advice.Kind.ROW_MULTIPLICATION,
                second.label(),
                "Collections fetched side by side multiplied: %s rows for %s %s with %s elements."
                        .formatted(
                                rows,
                                query.rows().loaded(),
                                query.query().model(),
                                query.elements()),
                leaveOut(query.query(), second));
    }

    private static String leaveOut(QueryText query, QueryText.Fetched fetched) {
        return "Leave out %s, and put %s on %s."
                .formatted(query.fetch(fetched), AssociationRule.BATCH, fetched.label());
    }

    private static Advice farOffset(Fact.Queried query) {
        String model = query.query().model();
        return new Advice(
                Advice.Kind.FAR_OFFSET,
                model,
                "The database read %s rows of %s only to skip them."
                        .formatted(query.offset(), model),
                query.query().hql() == null
                        ? "Go on by key: db.query(%s.class).slice(%s), then next()."
                                .formatted(model, query.limit())
                        : "Go on by key: remember the last id and add where id > :last order by id.");
    }
}
