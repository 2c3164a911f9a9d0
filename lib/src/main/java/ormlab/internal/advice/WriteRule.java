package ormlab.internal.advice;

import java.util.ArrayList;
import java.util.List;
import ormlab.trace.Advice;
import ormlab.trace.TracedStatement;

/** Finds changes that are more expensive or riskier than necessary. */
final class WriteRule implements Rule {
    /** The number of columns that makes a table wide. */
    private static final int WIDE = 12;

    /** At most one in this many of a wide table's columns changed. */
    private static final int FEW = 4;

    @Override
    public List<Advice> advise(Notes notes) {
        List<Advice> advice = new ArrayList<>();
        notes.each(Fact.Found.class, (place, found) -> found(place, found, notes, advice));
        notes.each(
                Fact.Updated.class,
                (place, updated) -> {
                    if (!updated.dynamic()
                            && updated.columns() >= WIDE
                            && updated.changed().size() * FEW <= updated.columns()) {
                        advice.add(allColumns(updated).at(notes.changeAfter(place)));
                    }
                    if (!updated.versioned() && overwrites(place, updated, notes)) {
                        advice.add(missingVersion(updated).at(notes.changeAfter(place)));
                    }
                });
        return advice;
    }

    private static Advice allColumns(Fact.Updated updated) {
        return new Advice(
                Advice.Kind.UPDATE_OF_ALL_COLUMNS,
                updated.model(),
                "An UPDATE of %s set all %s columns, and only %s had changed."
                        .formatted(
                                updated.model(),
                                updated.columns(),
                                String.join(", ", updated.changed())),
                "Put @DynamicUpdate on the class %s.".formatted(updated.model()));
    }

    /** Returns whether another session committed a change that this one cannot have seen. */
    private static boolean overwrites(int place, Fact.Updated updated, Notes notes) {
        boolean committed = false;
        for (int before = place - 1; before >= 0; before--) {
            committed |= notes.isBorder(before);
            Fact.Sending sending = notes.fact(before, Fact.Sending.class);
            TracedStatement sent = notes.statement(before + 1);
            if (sending != null
                    && sending.session() == updated.session()
                    && sent != null
                    && sent.isSelect()) {
                return false; // the session may have loaded the row again
            }
            Fact.Updated other = notes.fact(before, Fact.Updated.class);
            if (other != null
                    && committed
                    && other.session() != updated.session()
                    && other.model().equals(updated.model())
                    && other.id().equals(updated.id())) {
                return !updated.dynamic()
                        || other.changed().stream().anyMatch(updated.changed()::contains);
            }
        }
        return false;
    }

    private static Advice missingVersion(Fact.Updated updated) {
        return new Advice(
                Advice.Kind.MISSING_VERSION,
                updated.model(),
                "Two sessions changed %s %s, and the second overwrote what it had not seen."
                        .formatted(updated.model(), updated.id()),
                "Add to the class %s: @Version private int version;".formatted(updated.model()));
    }

    private static void found(int place, Fact.Found found, Notes notes, List<Advice> advice) {
        if (notes.sentFor(place) == null || !found.observable() || isUsed(found, notes)) {
            return;
        }
        for (Fact.Inserted inserted : notes.all(Fact.Inserted.class)) {
            for (Fact.Reference reference : inserted.references()) {
                if (isTo(found, reference.model(), reference.id())) {
                    advice.add(
                            new Advice(
                                            Advice.Kind.LOADED_FOR_REFERENCE,
                                            reference.attribute(),
                                            "%s %s was loaded and stored in %s."
                                                    .formatted(
                                                            found.model(),
                                                            found.id(),
                                                            reference.attribute()),
                                            "If that is all, and it exists: getReference(%s.class, %s)."
                                                    .formatted(found.model(), found.id()))
                                    .at(notes.sentFor(place)));
                    return;
                }
            }
        }
    }

    private static boolean isTo(Fact.Found found, String model, Object id) {
        return found.model().equals(model) && found.id().equals(id);
    }

    private static boolean isUsed(Fact.Found found, Notes notes) {
        return notes.all(Fact.Updated.class).stream()
                        .anyMatch(updated -> isTo(found, updated.model(), updated.id()))
                || notes.all(Fact.AssociationLoads.class).stream()
                        .anyMatch(loads -> loads.model().equals(found.model()))
                || notes.all(Fact.CollectionMade.class).stream()
                        .map(Fact.CollectionMade::bag)
                        .anyMatch(
                                bag ->
                                        bag.isUsed()
                                                && bag.persister()
                                                        .getOwnerEntityPersister()
                                                        .getJpaEntityName()
                                                        .equals(found.model()));
    }
}
