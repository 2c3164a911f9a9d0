package ormlab.migrate.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ormlab.schema.Column;
import ormlab.schema.ForeignKey;
import ormlab.schema.Schema;
import ormlab.schema.Table;

/** Fills the tables of a random model; each row refers to the rows with the same number. */
final class Rows {
    private final Schema schema;
    private final int rows;

    Rows(Schema schema, int rows) {
        this.schema = schema;
        this.rows = rows;
    }

    /** Returns the statements, in an order in which each row finds the rows it refers to. */
    String[] inserts() {
        List<Table> entities = new ArrayList<>();
        List<Table> kids = new ArrayList<>();
        List<Table> links = new ArrayList<>();
        for (Table table : schema.tables()) {
            boolean entity = table.columns().stream().anyMatch(c -> c.name().equals("id"));
            boolean kid = references(table).contains("id");
            (kid ? kids : entity ? entities : links).add(table);
        }
        entities.addAll(kids);
        List<String> statements = new ArrayList<>();
        for (Table table : entities) {
            for (int i = 1; i <= rows; i++) {
                statements.add(insert(table, i, false));
            }
        }
        entities.forEach(table -> statements.addAll(refer(table)));
        for (Table table : links) {
            for (int i = 1; i <= rows; i++) {
                statements.add(insert(table, i, true));
            }
        }
        return statements.toArray(String[]::new);
    }

    private static Set<String> references(Table table) {
        return table.foreignKeys().stream()
                .flatMap(key -> key.columns().stream())
                .collect(Collectors.toSet());
    }

    private static List<String> refer(Table table) {
        List<String> updates = new ArrayList<>();
        for (ForeignKey key : table.foreignKeys()) {
            if (!key.columns().contains("id")) {
                String all =
                        key.columns().stream()
                                .map(column -> '"' + column + "\" = " + same(table, column))
                                .collect(Collectors.joining(", "));
                updates.add("update \"" + table.name() + "\" set " + all);
            }
        }
        return updates;
    }

    /** Returns the id of the row with the same number in another table. */
    private static String same(Table table, String column) {
        if (column.endsWith("part")) {
            return "1";
        }
        boolean text = isText(table, "id");
        if (isText(table, column)) {
            return text ? "id" : "'k' || id";
        }
        return text ? "cast(substr(id, 2) as integer)" : "id";
    }

    private static boolean isText(Table table, String column) {
        return table.columns().stream()
                .anyMatch(c -> c.name().equals(column) && c.typeSql().contains("char"));
    }

    private static String insert(Table table, int row, boolean withReferences) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        Set<String> references = references(table);
        for (Column column : table.columns()) {
            boolean id = column.name().equals("id");
            boolean reference = references.contains(column.name());
            boolean own = table.inPrimaryKey(column.name()) || !reference;
            boolean computed = column.name().equals("twice");
            if (!computed && (own || withReferences)) {
                names.add('"' + column.name() + '"');
                values.add(
                        column.nullable() && row == 2
                                ? "null"
                                : value(column, row, reference || id));
            }
        }
        return "insert into \""
                + table.name()
                + "\" ("
                + String.join(", ", names)
                + ") values ("
                + String.join(", ", values)
                + ")";
    }

    private static String value(Column column, int row, boolean id) {
        String type = column.typeSql();
        if (column.name().endsWith("part") || column.name().equals("rank")) {
            return "1";
        }
        if (column.name().equals("state")) {
            return "'NEW'";
        }
        if (column.name().equals("dtype")) {
            return "'root'";
        }
        if (type.startsWith("timestamp")) {
            return "'2020-01-01 00:00:0" + row + ".000000'";
        }
        if (type.startsWith("date")) {
            return "'2020-01-0" + row + "'";
        }
        if (type.startsWith("bool")) {
            return row % 2 == 0 ? "true" : "false";
        }
        if (type.contains("char") || type.equals("text")) {
            // If subclasses have their own tables, a reference has no foreign key.
            boolean refers = id || column.name().endsWith("_id");
            return "'" + (refers ? "k" : "text ") + row + "'";
        }
        return type.startsWith("numeric") ? row + ".25" : Integer.toString(row);
    }

    /** Returns the value that existing rows get in a column that must not be null. */
    Optional<String> fill(Table table, Column column) {
        boolean inId =
                table.inPrimaryKey(column.name())
                        && !column.name().matches("part|.*_part|.*_order");
        if (column.nullable() || inId) {
            return Optional.empty();
        }
        return Optional.of(
                isUnique(table, column) ? distinct(table, column) : value(column, 7, false));
    }

    private static boolean isUnique(Table table, Column column) {
        return table.uniques().stream()
                .anyMatch(key -> key.columns().equals(List.of(column.name())));
    }

    private static String distinct(Table table, Column column) {
        String number = isText(table, "id") ? "cast(substr(id, 2) as integer)" : "id";
        return isText(table, column.name()) ? "'text ' || (" + number + " + 7)" : number + " + 7";
    }
}
