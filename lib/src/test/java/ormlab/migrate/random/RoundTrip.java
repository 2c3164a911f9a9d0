package ormlab.migrate.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ormlab.migrate.Catalogue;
import ormlab.migrate.Evolution;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.random.ModelSpec.Attribute;
import ormlab.migrate.random.ModelSpec.EntitySpec;
import ormlab.migrate.script.MigrationScript;
import ormlab.naming.SnakeCase;
import ormlab.schema.ColumnInfo;
import ormlab.schema.Schema;
import ormlab.schema.TableInfo;
import ormlab.testing.Engine;

/** Leads one model with rows into another, back, and there again. */
final class RoundTrip {
    private final Engine engine;
    private final Path folder;
    private final ModelSpec a;
    private final ModelSpec b;
    private final int rows;
    private final Map<String, String> renamedTables = new LinkedHashMap<>();
    private final Map<String, String> renamedColumns = new LinkedHashMap<>();
    private Decisions decisions = Decisions.none().droppingAnything();

    private RoundTrip(Engine engine, Path folder, ModelSpec a, ModelSpec b, int rows) {
        this.engine = engine;
        this.folder = folder;
        this.a = a;
        this.b = b;
        this.rows = rows;
    }

    static void between(
            Engine engine, Path folder, ModelSpec a, ModelSpec b, boolean renames, int rows) {
        RoundTrip trip = new RoundTrip(engine, folder, a, b, rows);
        if (renames) {
            trip.rename();
        }
        trip.run();
    }

    // Renames ----------------------------------------------------------------------------------

    private void rename() {
        Optional<EntitySpec> old =
                a.entities().stream()
                        .filter(each -> !each.textIds() && b.entity(each.name()).isEmpty())
                        .findFirst();
        Optional<EntitySpec> now =
                b.entities().stream()
                        .filter(each -> !each.textIds() && a.entity(each.name()).isEmpty())
                        .findFirst();
        if (old.isPresent() && now.isPresent()) {
            String from = table(old.get());
            String to = table(now.get());
            renamedTables.put(to, from);
            decisions = decisions.renamedTable(from, to);
        }
        for (EntitySpec entity : b.entities()) {
            before(entity).ifPresent(was -> renameColumn(was, entity));
        }
    }

    private Optional<EntitySpec> before(EntitySpec entity) {
        String from = renamedTables.get(table(entity));
        return a.entities().stream()
                .filter(
                        each ->
                                from == null
                                        ? each.name().equals(entity.name())
                                        : table(each).equals(from))
                .findFirst();
    }

    private void renameColumn(EntitySpec was, EntitySpec entity) {
        for (Attribute old : was.attributes()) {
            for (Attribute now : entity.attributes()) {
                boolean gone = has(was, old) && !has(entity, old);
                boolean come = has(entity, now) && !has(was, now);
                boolean same =
                        old.family() == now.family() && old.family() != ModelSpec.Family.WORDS;
                if (gone && come && same) {
                    String from = column(old);
                    String to = column(now);
                    renamedColumns.put(table(entity) + "." + to, from);
                    decisions = decisions.renamedColumn(table(entity), from, to);
                    return;
                }
            }
        }
    }

    private static boolean has(EntitySpec entity, Attribute attribute) {
        return entity.attributes().stream().anyMatch(a -> a.name().equals(attribute.name()));
    }

    private static String table(EntitySpec entity) {
        return SnakeCase.of(entity.name());
    }

    private static String column(Attribute attribute) {
        return SnakeCase.of(attribute.name());
    }

    // The trip ---------------------------------------------------------------------------------

    private void run() {
        Evolution db = Evolution.on(engine, folder);
        Evolution fresh = Evolution.on(engine, folder);
        try {
            Class<?>[] before = GeneratedClasses.of(a);
            Class<?>[] after = GeneratedClasses.of(b);
            Schema schemaA = db.schema(before);
            Schema schemaB = db.schema(after);
            db.create(schemaA);
            insert(db, schemaA);
            fill(schemaB);
            List<String> catalogueA = Catalogue.of(db);
            Map<String, List<String>> valuesA = values(db, schemaA, schemaB, true);
            assertThat(db.diff(schemaA).changes()).isEmpty();

            MigrationScript script = db.write(decisions, schemaB);
            db.run(script.upgrade());
            List<String> catalogueB = Catalogue.of(fresh.create(schemaB));
            assertThat(Catalogue.of(db)).as(script.upgrade()).isEqualTo(catalogueB);
            db.know(schemaB);
            assertThat(db.diff(decisions, schemaB).changes()).as(script.upgrade()).isEmpty();
            Map<String, List<String>> valuesB = values(db, schemaA, schemaB, false);
            assertKept(valuesA, valuesB, script.upgrade());

            db.run(script.downgrade());
            assertThat(Catalogue.of(db)).as(script.downgrade()).isEqualTo(catalogueA);
            assertThat(db.diff(schemaA).changes()).as(script.downgrade()).isEmpty();
            Map<String, List<String>> valuesBack = values(db, schemaA, schemaB, true);
            assertKept(valuesB, valuesBack, script.downgrade());

            db.run(script.upgrade());
            assertThat(Catalogue.of(db)).as("again " + script.upgrade()).isEqualTo(catalogueB);
            assertKept(valuesB, values(db, schemaA, schemaB, false), script.upgrade());
        } finally {
            db.drop();
            fresh.drop();
        }
    }

    private static void assertKept(
            Map<String, List<String>> before, Map<String, List<String>> after, String script) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach(
                (column, values) -> {
                    List<String> now = after.get(column);
                    assertThat(now).as(column + "\n" + script).hasSameSizeAs(values);
                    for (int i = 0; i < values.size(); i++) {
                        // A value may be filled in where there was none, never be changed.
                        if (!values.get(i).endsWith("|null")) {
                            assertThat(now.get(i))
                                    .as(column + "\n" + script)
                                    .isEqualTo(values.get(i));
                        }
                    }
                });
    }

    /** The values of every column on both sides, by the name that it has in the second model. */
    private Map<String, List<String>> values(
            Evolution db, Schema schemaA, Schema schemaB, boolean asFirst) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (TableInfo to : schemaB.tables()) {
            String from = renamedTables.getOrDefault(to.name(), to.name());
            for (TableInfo was : schemaA.tables()) {
                if (was.name().equals(from)
                        && was.columns().stream().anyMatch(c -> c.name().equals("id"))) {
                    columns(db, was, to, asFirst, values);
                }
            }
        }
        return values;
    }

    private void columns(
            Evolution db,
            TableInfo was,
            TableInfo to,
            boolean asFirst,
            Map<String, List<String>> values) {
        for (ColumnInfo column : to.columns()) {
            String path = to.name() + "." + column.name();
            String from = renamedColumns.getOrDefault(path, column.name());
            boolean renamedAway =
                    renamedColumns.containsValue(column.name()) && from.equals(column.name());
            Optional<ColumnInfo> old =
                    was.columns().stream().filter(c -> c.name().equals(from)).findFirst();
            if (old.isPresent() && !renamedAway && family(old.get()).equals(family(column))) {
                values.put(
                        path,
                        asFirst
                                ? select(db, was.name(), from)
                                : select(db, to.name(), column.name()));
            }
        }
    }

    /** A reference to texts and one to numbers have nothing in common. */
    private static String family(ColumnInfo column) {
        boolean id = column.name().endsWith("_id");
        return id && column.type().contains("char") ? "text id" : id ? "id" : "";
    }

    private static List<String> select(Evolution db, String table, String column) {
        return db.rows("select id, \"" + column + "\" from \"" + table + "\" order by id");
    }

    // Rows -------------------------------------------------------------------------------------

    private void insert(Evolution db, Schema schema) {
        List<TableInfo> entities = new ArrayList<>();
        List<TableInfo> links = new ArrayList<>();
        for (TableInfo table : schema.tables()) {
            boolean entity = table.columns().stream().anyMatch(c -> c.name().equals("id"));
            (entity ? entities : links).add(table);
        }
        List<String> statements = new ArrayList<>();
        for (TableInfo table : entities) {
            for (int i = 1; i <= rows; i++) {
                statements.add(insert(table, i, false));
            }
        }
        for (TableInfo table : entities) {
            table.foreignKeys().stream()
                    .map(key -> key.columns().get(0))
                    .forEach(
                            column ->
                                    statements.add(
                                            "update \""
                                                    + table.name()
                                                    + "\" set \""
                                                    + column
                                                    + "\" = "
                                                    + (isText(table, column)
                                                            ? textId(table)
                                                            : numericId(table))));
        }
        for (TableInfo table : links) {
            for (int i = 1; i <= rows; i++) {
                statements.add(insert(table, i, true));
            }
        }
        db.sql(statements.toArray(String[]::new));
    }

    private static boolean isText(TableInfo table, String column) {
        return table.columns().stream()
                .anyMatch(c -> c.name().equals(column) && c.type().contains("char"));
    }

    private static String textId(TableInfo table) {
        return isText(table, "id") ? "id" : "'k' || id";
    }

    private static String numericId(TableInfo table) {
        return isText(table, "id") ? "cast(substr(id, 2) as integer)" : "id";
    }

    private static String insert(TableInfo table, int row, boolean withReferences) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        Set<String> references =
                new java.util.HashSet<>(
                        table.foreignKeys().stream().map(k -> k.columns().get(0)).toList());
        for (ColumnInfo column : table.columns()) {
            boolean reference = references.contains(column.name());
            if (!reference || withReferences) {
                names.add('"' + column.name() + '"');
                boolean id = reference || column.name().equals("id");
                values.add(column.nullable() && row == 2 ? "null" : value(column, row, id));
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

    private static String value(ColumnInfo column, int row, boolean id) {
        String type = column.type();
        if (column.name().equals("state")) {
            return "'NEW'";
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
            return "'" + (id ? "k" : "text ") + row + "'";
        }
        return type.startsWith("numeric") ? row + ".25" : Integer.toString(row);
    }

    private void fill(Schema schema) {
        for (TableInfo table : schema.tables()) {
            for (ColumnInfo column : table.columns()) {
                if (!column.nullable() && !column.primaryKey()) {
                    String path = table.name() + "." + column.name();
                    decisions = decisions.fillSql(path, value(column, 7, false));
                }
            }
        }
    }
}
