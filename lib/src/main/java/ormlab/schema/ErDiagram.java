package ormlab.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ormlab.picture.Picture;

/**
 * Is the tables and their references as a diagram, drawn by Mermaid inside of Markdown.
 *
 * @param tables the tables in order
 */
public record ErDiagram(List<TableInfo> tables) implements Picture {
    /** Copies the tables. */
    public ErDiagram {
        tables = List.copyOf(tables);
    }

    @Override
    public String text() {
        return tables.stream().map(ErDiagram::textOf).collect(Collectors.joining("\n"));
    }

    private static String textOf(TableInfo table) {
        int nameWidth = width(table.columns().stream().map(ColumnInfo::name).toList());
        int typeWidth = width(table.columns().stream().map(ColumnInfo::type).toList());
        List<String> lines = new ArrayList<>();
        lines.add(table.name());
        for (ColumnInfo column : table.columns()) {
            String line =
                    "  "
                            + padded(column.name(), nameWidth)
                            + "  "
                            + padded(column.type(), typeWidth)
                            + "  "
                            + String.join(", ", marks(table, column));
            lines.add(line.stripTrailing());
        }
        return String.join("\n", lines);
    }

    private static List<String> marks(TableInfo table, ColumnInfo column) {
        List<String> marks = new ArrayList<>();
        if (column.primaryKey()) {
            marks.add("primary key");
        }
        if (isUnique(table, column)) {
            marks.add("unique");
        }
        if (!column.nullable() && !column.primaryKey()) {
            marks.add("not null");
        }
        for (ForeignKeyInfo key : table.foreignKeys()) {
            int place = key.columns().indexOf(column.name());
            if (place >= 0) {
                marks.add(
                        "refers to "
                                + key.referencedTable()
                                + "."
                                + key.referencedColumns().get(place));
            }
        }
        return marks;
    }

    private static boolean isUnique(TableInfo table, ColumnInfo column) {
        List<String> alone = List.of(column.name());
        return table.uniques().stream().anyMatch(key -> key.columns().equals(alone))
                || table.indexes().stream()
                        .anyMatch(key -> key.unique() && key.columns().equals(alone));
    }

    private static int width(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    @Override
    public String markdown() {
        StringBuilder mermaid = new StringBuilder("```mermaid\nerDiagram\n");
        for (TableInfo table : tables) {
            for (ForeignKeyInfo key : table.foreignKeys()) {
                mermaid.append("    ").append(line(table, key)).append('\n');
            }
        }
        for (TableInfo table : tables) {
            mermaid.append("    ").append(quoted(table.name())).append(" {\n");
            for (ColumnInfo column : table.columns()) {
                mermaid.append("        ").append(attribute(table, column)).append('\n');
            }
            mermaid.append("    }\n");
        }
        return mermaid.append("```").toString();
    }

    /** One row there, any number of rows here; at most one there when the reference may be null. */
    private static String line(TableInfo table, ForeignKeyInfo key) {
        boolean optional =
                table.columns().stream()
                        .anyMatch(
                                column ->
                                        key.columns().contains(column.name()) && column.nullable());
        return quoted(key.referencedTable())
                + (optional ? " |o--o{ " : " ||--o{ ")
                + quoted(table.name())
                + " : \""
                + String.join(", ", key.columns())
                + "\"";
    }

    private static String attribute(TableInfo table, ColumnInfo column) {
        List<String> keys = new ArrayList<>();
        if (column.primaryKey()) {
            keys.add("PK");
        }
        if (table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()))) {
            keys.add("FK");
        }
        if (isUnique(table, column)) {
            keys.add("UK");
        }
        // Mermaid takes letters, digits, parentheses, hyphens and underscores in a type.
        String type = column.type().replaceAll("[^A-Za-z0-9()\\[\\]_-]+", "_");
        String name = column.name().replaceAll("[^\\p{L}0-9_]+", "_");
        return (type + " " + name + " " + String.join(", ", keys)).stripTrailing();
    }

    private static String quoted(String table) {
        return table.matches("[A-Za-z_][A-Za-z0-9_]*")
                ? table
                : "\"" + table.replace("\"", "'") + "\"";
    }

    /** Gives the text form. */
    @Override
    public String toString() {
        return text();
    }
}
