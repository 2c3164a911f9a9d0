package ormlab.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Table;

/** Puts tables before the tables that refer to them, unless references form a cycle. */
final class TableOrder {
    private final Set<Table> ordered = new LinkedHashSet<>();
    private final Set<Table> entered = new LinkedHashSet<>();
    private final List<Table> tables;

    private TableOrder(List<Table> tables) {
        this.tables = tables;
    }

    /** Keeps the given order wherever references leave a choice. */
    static List<Table> parentsFirst(List<Table> tables) {
        TableOrder order = new TableOrder(tables);
        tables.forEach(order::enter);
        return new ArrayList<>(order.ordered);
    }

    private void enter(Table table) {
        if (!entered.add(table)) {
            return;
        }
        table.getForeignKeyCollection().stream()
                .map(ForeignKey::getReferencedTable)
                .filter(tables::contains)
                .sorted(Comparator.comparing(Table::getName))
                .forEach(this::enter);
        ordered.add(table);
    }
}
