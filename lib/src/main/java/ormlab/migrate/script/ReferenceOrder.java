package ormlab.migrate.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ormlab.migrate.compare.TableDifference;
import ormlab.migrate.found.FoundReference;
import ormlab.migrate.found.FoundSchema;
import ormlab.migrate.found.FoundTable;

/**
 * Puts tables in order by what refers to what. The order stays where nothing asks for another one;
 * a circle begins at its first table.
 */
final class ReferenceOrder<T> {
    private final Function<T, FoundTable> tableOf;
    private final FoundSchema schema;
    private final Map<String, T> waiting = new LinkedHashMap<>();
    private final List<T> order = new ArrayList<>();

    private ReferenceOrder(Function<T, FoundTable> tableOf, FoundSchema schema) {
        this.tableOf = tableOf;
        this.schema = schema;
    }

    /**
     * Puts tables in order that go: those that refer to others first.
     *
     * @param schema where they stand: it says which names are the same
     */
    static List<FoundTable> referrersFirst(List<FoundTable> tables, FoundSchema schema) {
        List<FoundTable> lastFirst = new ArrayList<>(tables);
        Collections.reverse(lastFirst);
        List<FoundTable> order =
                new ReferenceOrder<FoundTable>(Function.identity(), schema).of(lastFirst);
        Collections.reverse(order);
        return order;
    }

    /**
     * Puts tables in order that change: those that others refer to first, because what is filled in
     * may be looked up there.
     */
    static List<TableDifference> referredFirst(List<TableDifference> tables, FoundSchema schema) {
        return new ReferenceOrder<>(TableDifference::after, schema).of(tables);
    }

    private List<T> of(List<T> all) {
        all.forEach(each -> waiting.put(key(tableOf.apply(each)), each));
        all.forEach(each -> take(key(tableOf.apply(each))));
        return order;
    }

    private String key(FoundTable table) {
        return schema.key(table.name().toString());
    }

    private void take(String name) {
        T next = waiting.remove(name);
        if (next != null) {
            for (FoundReference each : tableOf.apply(next).references()) {
                take(schema.key(each.target().toString()));
            }
            order.add(next);
        }
    }
}
