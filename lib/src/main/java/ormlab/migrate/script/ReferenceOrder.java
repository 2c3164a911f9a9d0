package ormlab.migrate.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ormlab.migrate.compare.TableDifference;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.schema.ForeignKey;
import ormlab.schema.Table;

/**
 * Orders tables by their references. It only changes the order where necessary; a cycle begins at
 * its first table.
 */
public final class ReferenceOrder<T> {
    private final Function<T, Table> tableOf;
    private final DatabaseSchema schema;
    private final Map<String, T> waiting = new LinkedHashMap<>();
    private final List<T> order = new ArrayList<>();

    private ReferenceOrder(Function<T, Table> tableOf, DatabaseSchema schema) {
        this.tableOf = tableOf;
        this.schema = schema;
    }

    /**
     * Orders tables to drop: those that refer to others come first.
     *
     * @param schema contains the tables; it determines which names are equal
     */
    public static List<Table> referrersFirst(List<Table> tables, DatabaseSchema schema) {
        List<Table> lastFirst = new ArrayList<>(tables);
        Collections.reverse(lastFirst);
        List<Table> order = new ReferenceOrder<Table>(Function.identity(), schema).of(lastFirst);
        Collections.reverse(order);
        return order;
    }

    /**
     * Orders tables to change: those that others refer to come first, because the SQL of a fill may
     * read them.
     */
    public static List<TableDifference> referredFirst(
            List<TableDifference> tables, DatabaseSchema schema) {
        return new ReferenceOrder<>(TableDifference::after, schema).of(tables);
    }

    private List<T> of(List<T> all) {
        all.forEach(each -> waiting.put(key(tableOf.apply(each)), each));
        all.forEach(each -> take(key(tableOf.apply(each))));
        return order;
    }

    private String key(Table table) {
        return schema.key(table.name().toString());
    }

    private void take(String name) {
        T next = waiting.remove(name);
        if (next != null) {
            for (ForeignKey each : tableOf.apply(next).foreignKeys()) {
                take(schema.key(each.target().toString()));
            }
            order.add(next);
        }
    }
}
