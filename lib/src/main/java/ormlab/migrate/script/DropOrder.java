package ormlab.migrate.script;

import ormlab.migrate.found.FoundSchema;
import ormlab.migrate.found.FoundTable;

import java.util.ArrayList;
import java.util.List;

/** Puts tables that go in order: those that refer to others first. */
final class DropOrder {
    private DropOrder() {}

    /**
     * Puts them in order.
     *
     * @param gone the tables that go, in any order
     * @param schema where they stand: it says which names are the same
     * @return the same tables; where some refer to each other in a circle, it begins at the first
     */
    static List<FoundTable> of(List<FoundTable> gone, FoundSchema schema) {
        List<FoundTable> left = new ArrayList<>(gone);
        List<FoundTable> order = new ArrayList<>();
        while (!left.isEmpty()) {
            FoundTable next =
                    left.stream()
                            .filter(table -> isFree(table, left, schema))
                            .findFirst()
                            .orElse(left.get(0));
            left.remove(next);
            order.add(next);
        }
        return order;
    }

    private static boolean isFree(FoundTable table, List<FoundTable> left, FoundSchema schema) {
        String name = schema.key(table.name().toString());
        return left.stream()
                .filter(other -> !other.equals(table))
                .flatMap(other -> other.references().stream())
                .noneMatch(reference -> schema.key(reference.target().toString()).equals(name));
    }
}
