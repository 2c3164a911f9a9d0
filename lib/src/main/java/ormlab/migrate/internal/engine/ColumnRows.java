package ormlab.migrate.internal.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.picture.Rows;
import ormlab.schema.Column;
import ormlab.schema.ForeignKey;
import ormlab.schema.Table;

/** Shows the tables of a database with one row for each column. */
public final class ColumnRows {
    private static final List<String> HEADINGS = List.of("table", "column", "type", "null", "key");

    private ColumnRows() {}

    /** Returns the columns of all tables: tables by name, columns in order. */
    public static Rows of(DatabaseSchema schema) {
        List<List<Object>> rows = new ArrayList<>();
        schema.tables().stream()
                .sorted(Comparator.comparing(Table::name))
                .forEach(table -> table.columns().forEach(column -> rows.add(row(table, column))));
        return new Rows(HEADINGS, rows);
    }

    private static List<Object> row(Table table, Column column) {
        return List.of(
                table.name().toString(),
                column.name(),
                column.typeSql(),
                column.nullable() ? "null" : "not null",
                key(table, column.name()));
    }

    /** Returns a column's purpose: primary key, foreign key or unique. */
    private static String key(Table table, String column) {
        List<String> words = new ArrayList<>();
        if (table.inPrimaryKey(column)) {
            words.add("primary key");
        }
        for (ForeignKey reference : table.foreignKeys()) {
            int place = reference.columns().indexOf(column);
            if (place >= 0) {
                words.add("→ " + reference.target() + target(reference, place));
            }
        }
        boolean unique =
                table.uniques().stream().anyMatch(key -> key.columns().equals(List.of(column)));
        if (unique) {
            words.add("unique");
        }
        return String.join(", ", words);
    }

    private static String target(ForeignKey reference, int place) {
        return reference.targetColumns().isEmpty()
                ? ""
                : "." + reference.targetColumns().get(place);
    }
}
