package ormlab.dialect.internal.model;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.PrimaryKey;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import ormlab.naming.ConstraintNames;

/**
 * Makes the columns that {@code referencedColumnName} names unique. A foreign key can only refer to
 * unique columns: PostgreSQL rejects any other, and SQLite rejects every later write to either
 * table.
 */
final class ReferencedColumns {
    private ReferencedColumns() {}

    static void makeUnique(Table table) {
        for (ForeignKey key : table.getForeignKeyCollection()) {
            if (!key.isCreationEnabled()
                    || !key.isPhysicalConstraint()
                    || key.isReferenceToPrimaryKey()) {
                continue;
            }
            Table target = key.getReferencedTable();
            Set<String> columns = names(key.getReferencedColumns());
            if (isUnique(target, columns)) {
                continue;
            }
            PrimaryKey primary = target.getPrimaryKey();
            if (primary != null && names(primary.getColumns()).containsAll(columns)) {
                // Part of a key is not unique, so a database cannot check references to it.
                key.disableCreation();
                continue;
            }
            List<String> ordered =
                    key.getReferencedColumns().stream().map(Column::getName).toList();
            UniqueKey unique =
                    target.getOrCreateUniqueKey(ConstraintNames.unique(target.getName(), ordered));
            key.getReferencedColumns().forEach(unique::addColumn);
        }
    }

    private static boolean isUnique(Table table, Set<String> columns) {
        boolean inColumn =
                table.getColumns().stream()
                        .filter(Column::isUnique)
                        .anyMatch(column -> names(List.of(column)).equals(columns));
        Stream<Set<String>> keys =
                table.getUniqueKeys().values().stream().map(key -> names(key.getColumns()));
        Stream<Set<String>> indexes =
                table.getIndexes().values().stream()
                        .filter(Index::isUnique)
                        .map(index -> names(index.getSelectables()));
        PrimaryKey primary = table.getPrimaryKey();
        return inColumn
                || primary != null && names(primary.getColumns()).equals(columns)
                || Stream.concat(keys, indexes).anyMatch(columns::equals);
    }

    private static Set<String> names(Collection<? extends Selectable> columns) {
        return columns.stream()
                .map(each -> each instanceof Column column ? column.getName() : each.getText())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
