package ormlab.migrate.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Matches the parts of two lists: first by their names, then by what they do. */
final class NamedPairs<T> {
    private final Function<T, String> nameOf;
    private final BiPredicate<T, T> same;
    private final Map<T, T> changed = new LinkedHashMap<>();
    private final Map<T, T> renamed = new LinkedHashMap<>();
    private final List<T> added = new ArrayList<>();
    private final List<T> removed;

    NamedPairs(List<T> old, List<T> wanted, Function<T, String> nameOf, BiPredicate<T, T> same) {
        this.nameOf = nameOf;
        this.same = same;
        removed = new ArrayList<>(old);
        wanted.forEach(this::pairByName);
        List.copyOf(added).forEach(this::pairByMeaning);
    }

    private void pairByName(T each) {
        String name = nameOf.apply(each);
        Optional<T> partner =
                removed.stream()
                        .filter(old -> !name.isEmpty() && nameOf.apply(old).equals(name))
                        .findFirst();
        partner.ifPresent(removed::remove);
        if (partner.isEmpty()) {
            added.add(each);
        } else if (!same.test(partner.get(), each)) {
            changed.put(partner.get(), each);
        }
    }

    private void pairByMeaning(T each) {
        Optional<T> twin = removed.stream().filter(old -> same.test(old, each)).findFirst();
        if (twin.isPresent()) {
            removed.remove(twin.get());
            added.remove(each);
            // A constraint without a name must not be renamed to a name that the database made up.
            boolean named = !nameOf.apply(twin.get()).isEmpty() && !nameOf.apply(each).isEmpty();
            if (named) {
                renamed.put(twin.get(), each);
            }
        }
    }

    /** Returns parts with the same name and a different definition: the old ones by the new. */
    Map<T, T> changed() {
        return changed;
    }

    /** Returns parts with the same definition and a different name: the old ones by the new. */
    Map<T, T> renamed() {
        return renamed;
    }

    List<T> added() {
        return added;
    }

    List<T> removed() {
        return removed;
    }
}
