package ormlab.migrate;

import java.util.List;
import java.util.Optional;
import ormlab.migrate.compare.SchemaDiff;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.picture.Picture;
import ormlab.schema.Column;
import ormlab.schema.ColumnInfo;
import ormlab.schema.ErDiagram;
import ormlab.schema.ForeignKey;
import ormlab.schema.ForeignKeyInfo;
import ormlab.schema.KeyInfo;
import ormlab.schema.Table;
import ormlab.schema.TableInfo;

/** The tables as they are in the database, and as the models need them. */
public record BeforeAndAfter(ErDiagram before, ErDiagram after) implements Picture {
    static BeforeAndAfter of(SchemaDiff diff) {
        return new BeforeAndAfter(diagram(diff.found()), diagram(diff.model()));
    }

    private static ErDiagram diagram(DatabaseSchema schema) {
        return new ErDiagram(
                schema.tables().stream()
                        .filter(table -> !table.name().name().equals("flyway_schema_history"))
                        .map(table -> table(table, schema))
                        .toList());
    }

    private static TableInfo table(Table table, DatabaseSchema schema) {
        return new TableInfo(
                table.name().toString(),
                table.columns().stream().map(column -> column(column, table)).toList(),
                table.foreignKeys().stream().map(key -> foreignKey(key, schema)).toList(),
                table.uniques().stream()
                        .map(key -> new KeyInfo(key.name(), key.columns(), true))
                        .toList(),
                table.indexes().stream()
                        .map(key -> new KeyInfo(key.name(), key.columns(), key.unique()))
                        .toList(),
                List.of(),
                table.comment());
    }

    private static ColumnInfo column(Column column, Table table) {
        return new ColumnInfo(
                column.name(),
                column.typeSql(),
                column.nullable(),
                table.inPrimaryKey(column.name()),
                column.defaultValue().map(Object::toString),
                column.comment());
    }

    private static ForeignKeyInfo foreignKey(ForeignKey key, DatabaseSchema schema) {
        List<String> targets = key.targetColumns();
        Optional<Table> target = schema.table(key.target());
        if (targets.isEmpty()) {
            targets =
                    target.flatMap(Table::primaryKey)
                            .map(primary -> primary.columns())
                            .orElse(key.columns());
        }
        return new ForeignKeyInfo(
                key.name(), key.columns(), key.target().toString(), targets, key.onDelete());
    }

    @Override
    public String text() {
        return "before:\n" + orNone(before) + "\n\nafter:\n" + orNone(after);
    }

    private static String orNone(ErDiagram diagram) {
        return diagram.tables().isEmpty() ? "no tables" : diagram.text();
    }

    @Override
    public String markdown() {
        return "**before**\n\n"
                + (before.tables().isEmpty() ? "no tables" : before.markdown())
                + "\n\n**after**\n\n"
                + (after.tables().isEmpty() ? "no tables" : after.markdown());
    }

    @Override
    public String toString() {
        return text();
    }
}
