package ormlab.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ormlab.picture.Markdown;
import ormlab.picture.Picture;

/** A diagram of tables and their foreign keys, drawn by Mermaid inside Markdown. */
public record ErDiagram(List<Table> tables) implements Picture {
    /** Copies the tables. */
    public ErDiagram {
        tables = List.copyOf(tables);
    }

    @Override
    public String text() {
        return tables.stream().map(this::textOf).collect(Collectors.joining("\n"));
    }

    private String textOf(Table table) {
        int nameWidth = width(table.columnNames());
        int typeWidth = width(table.columns().stream().map(Column::typeSql).toList());
        List<String> lines = new ArrayList<>();
        lines.add(table.name().toString());
        for (Column column : table.columns()) {
            String line =
                    "  "
                            + padded(column.name(), nameWidth)
                            + "  "
                            + padded(column.typeSql(), typeWidth)
                            + "  "
                            + String.join(", ", marks(table, column));
            lines.add(line.stripTrailing());
        }
        return String.join("\n", lines);
    }

    private List<String> marks(Table table, Column column) {
        List<String> marks = new ArrayList<>();
        boolean inKey = table.inPrimaryKey(column.name());
        if (inKey) {
            marks.add("primary key");
        }
        if (isUnique(table, column)) {
            marks.add("unique");
        }
        if (!column.nullable() && !inKey) {
            marks.add("not null");
        }
        for (ForeignKey key : table.foreignKeys()) {
            int place = key.columns().indexOf(column.name());
            if (place >= 0) {
                marks.add("refers to " + key.target() + "." + targets(key).get(place));
            }
        }
        return marks;
    }

    private List<String> targets(ForeignKey key) {
        if (!key.targetColumns().isEmpty()) {
            return key.targetColumns();
        }
        return tables.stream()
                .filter(table -> table.name().toString().equalsIgnoreCase(key.target().toString()))
                .flatMap(table -> table.primaryKey().stream())
                .map(Key::columns)
                .findFirst()
                .orElse(key.columns());
    }

    private static boolean isUnique(Table table, Column column) {
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
        for (Table table : tables) {
            for (ForeignKey key : table.foreignKeys()) {
                mermaid.append("    ").append(line(table, key)).append('\n');
            }
        }
        for (Table table : tables) {
            mermaid.append("    ").append(quoted(table.name().toString())).append(" {\n");
            for (Column column : table.columns()) {
                mermaid.append("        ").append(attribute(table, column)).append('\n');
            }
            mermaid.append("    }\n");
        }
        return mermaid.append("```").toString();
    }

    /**
     * Draws one row of the target and any number of rows here; at most one of the target if the
     * foreign key may be null.
     */
    private static String line(Table table, ForeignKey key) {
        boolean optional =
                table.columns().stream()
                        .anyMatch(
                                column ->
                                        key.columns().contains(column.name()) && column.nullable());
        return quoted(key.target().toString())
                + (optional ? " |o--o{ " : " ||--o{ ")
                + quoted(table.name().toString())
                + " : "
                + label(String.join(", ", key.columns()));
    }

    private static String attribute(Table table, Column column) {
        List<String> keys = new ArrayList<>();
        if (table.inPrimaryKey(column.name())) {
            keys.add("PK");
        }
        if (table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()))) {
            keys.add("FK");
        }
        if (isUnique(table, column)) {
            keys.add("UK");
        }
        // Mermaid accepts letters, digits, parentheses, hyphens and underscores in a type.
        String type = column.typeSql().replaceAll("[^A-Za-z0-9()\\[\\]_-]+", "_");
        String name = column.name().replaceAll("[^\\p{L}0-9_]+", "_");
        return (type + " " + name + " " + String.join(", ", keys)).stripTrailing();
    }

    private static String quoted(String table) {
        return table.matches("[A-Za-z_][A-Za-z0-9_]*") ? table : label(table);
    }

    /** Removes line breaks, which would end the line, and backticks, which might end the block. */
    private static String label(String text) {
        return "\"" + Markdown.oneLine(text).replaceAll("[\"`]", "'") + "\"";
    }

    @Override
    public String toString() {
        return text();
    }
}
