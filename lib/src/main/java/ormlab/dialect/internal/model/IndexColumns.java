package ormlab.dialect.internal.model;

import java.util.List;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import ormlab.error.OrmlabException;
import ormlab.error.Suggestion;

/**
 * Refuses indexes and unique constraints over columns that their table does not have, which
 * Hibernate would leave to the database.
 */
final class IndexColumns {
    private IndexColumns() {}

    static void check(Table table) {
        table.getIndexes()
                .values()
                .forEach(index -> check(table, "indexes", index.getSelectables()));
        table.getUniqueKeys()
                .values()
                .forEach(key -> check(table, "unique constraints", key.getColumns()));
    }

    private static void check(Table table, String kind, List<? extends Selectable> selectables) {
        for (Selectable selectable : selectables) {
            if (selectable instanceof Column column) {
                if (table.getColumn(column) == null) {
                    throw missing(table, kind, column.getName());
                }
            } else if (!isBalanced(selectable.getText())) {
                throw new OrmlabException(
                        ("The expression '%s' in an index of table '%s' is incomplete, because"
                                        + " Hibernate splits columnList at each comma. Create this"
                                        + " index with SQL in a migration.")
                                .formatted(selectable.getText(), table.getName()));
            }
        }
    }

    private static OrmlabException missing(Table table, String kind, String column) {
        List<String> known = table.getColumns().stream().map(Column::getName).sorted().toList();
        String advice =
                column.contains("(")
                        ? " Put an expression in parentheses: columnList = \"(%s)\"."
                                .formatted(column)
                        : "%s It has: %s."
                                .formatted(
                                        Suggestion.question(column, known),
                                        String.join(", ", known));
        return new OrmlabException(
                "Table '%s' has no column '%s', which one of its %s names.%s"
                        .formatted(table.getName(), column, kind, advice));
    }

    private static boolean isBalanced(String expression) {
        return expression.chars().filter(c -> c == '(').count()
                == expression.chars().filter(c -> c == ')').count();
    }
}
