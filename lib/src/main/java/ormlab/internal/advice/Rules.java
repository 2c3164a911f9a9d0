package ormlab.internal.advice;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ormlab.trace.Advice;
import ormlab.trace.Advisor;

/** All rules; they return their advice in the order of its kinds. */
final class Rules implements Advisor {
    private static final List<Rule> RULES =
            List.of(
                    new AssociationRule(),
                    new FetchRule(),
                    new ReadingRule(),
                    new IndexRule(),
                    new RepeatRule(),
                    new WriteRule(),
                    new TransactionRule());

    @Override
    public List<Advice> advise(List<Entry> entries, @Nullable Object result) {
        Notes notes = new Notes(entries, result);
        return RULES.stream()
                .flatMap(rule -> rule.advise(notes).stream())
                .distinct()
                .sorted(Comparator.comparing(Advice::kind))
                .toList();
    }
}
