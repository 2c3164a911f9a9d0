package ormlab.migrate.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import ormlab.migrate.Catalogue;
import ormlab.migrate.Evolution;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.random.ModelSpec.Attribute;
import ormlab.migrate.random.ModelSpec.EntitySpec;
import ormlab.migrate.script.MigrationScript;
import ormlab.schema.Column;
import ormlab.schema.Schema;
import ormlab.schema.Table;
import ormlab.testing.TestDatabase;

/** Migrates a model with rows to another one, back, and there again. */
final class RoundTrip {
    private final TestDatabase database;
    private final ModelSpec a;
    private final ModelSpec b;
    private final int rows;
    private final Map<String, String> renamedTables = new LinkedHashMap<>();
    private final Map<String, String> renamedColumns = new LinkedHashMap<>();
    private Decisions decisions = Decisions.none().droppingAnything();

    private RoundTrip(TestDatabase database, ModelSpec a, ModelSpec b, int rows) {
        this.database = database;
        this.a = a;
        this.b = b;
        this.rows = rows;
    }

    static void between(
            TestDatabase database, ModelSpec a, ModelSpec b, boolean renames, int rows) {
        RoundTrip trip = new RoundTrip(database, a, b, rows);
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
            String from = old.get().table();
            String to = now.get().table();
            renamedTables.put(to, from);
            decisions = decisions.renamedTable(from, to);
        }
        for (EntitySpec entity : b.entities()) {
            before(entity).ifPresent(was -> renameColumn(was, entity));
        }
    }

    private Optional<EntitySpec> before(EntitySpec entity) {
        String from = renamedTables.get(entity.table());
        return a.entities().stream()
                .filter(
                        each ->
                                from == null
                                        ? each.name().equals(entity.name())
                                        : each.table().equals(from))
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
                    String from = old.column();
                    String to = now.column();
                    renamedColumns.put(entity.table() + "." + to, from);
                    decisions = decisions.renamedColumn(entity.table(), from, to);
                    return;
                }
            }
        }
    }

    private static boolean has(EntitySpec entity, Attribute attribute) {
        return entity.attributes().stream().anyMatch(a -> a.name().equals(attribute.name()));
    }

    // The trip ---------------------------------------------------------------------------------

    private void run() {
        Evolution db = Evolution.on(database);
        Evolution fresh = Evolution.on(database);
        try {
            Class<?>[] before = GeneratedClasses.of(database, a);
            Class<?>[] after = GeneratedClasses.of(database, b);
            Schema schemaA = db.schema(before);
            Schema schemaB = db.schema(after);
            db.create(schemaA);
            db.sql(new Rows(schemaA, rows).inserts());
            fill(schemaA, table -> tableNow(table));
            fill(schemaB, table -> table);
            List<String> catalogueA = Catalogue.of(db);
            Map<String, List<String>> valuesA = values(db, schemaA, schemaB, true);
            assertThat(db.diff(schemaA).changes()).isEmpty();

            Reached.note(database, db.diff(decisions, schemaB));
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
                        // A migration may fill in a missing value, but must not change one.
                        if (!values.get(i).endsWith("|null")) {
                            assertThat(now.get(i))
                                    .as(column + "\n" + script)
                                    .isEqualTo(values.get(i));
                        }
                    }
                });
    }

    /**
     * Returns the values of every column that exists on both sides, by its name in the second
     * model.
     */
    private Map<String, List<String>> values(
            Evolution db, Schema schemaA, Schema schemaB, boolean asFirst) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Table to : schemaB.tables()) {
            String name = to.name().name();
            String from = renamedTables.getOrDefault(name, name);
            for (Table was : schemaA.tables()) {
                if (was.name().name().equals(from) && hasId(was)) {
                    columns(db, was, to, asFirst, values);
                } else if (was.name().name().equals(from)) {
                    values.put(name, links(db, was, to, asFirst));
                }
            }
        }
        return values;
    }

    private static boolean hasId(Table table) {
        return table.columns().stream().anyMatch(column -> column.name().equals("id"));
    }

    /**
     * Returns the rows of a join or collection table, with the columns that exist on both sides.
     */
    private static List<String> links(Evolution db, Table was, Table to, boolean asFirst) {
        String common =
                was.columnNames().stream()
                        .filter(to.columnNames()::contains)
                        .map(name -> '"' + name + '"')
                        .collect(Collectors.joining(", "));
        return common.isEmpty()
                ? List.of()
                : rows(
                        db,
                        "select %s from \"%s\" order by %s"
                                .formatted(common, (asFirst ? was : to).name(), common));
    }

    private void columns(
            Evolution db, Table was, Table to, boolean asFirst, Map<String, List<String>> values) {
        for (Column column : to.columns()) {
            String path = to.name() + "." + column.name();
            String from = renamedColumns.getOrDefault(path, column.name());
            boolean renamedAway =
                    renamedColumns.containsValue(column.name()) && from.equals(column.name());
            Optional<Column> old =
                    was.columns().stream().filter(c -> c.name().equals(from)).findFirst();
            boolean computed = column.name().equals("twice");
            if (old.isPresent()
                    && !computed
                    && !renamedAway
                    && family(old.get()).equals(family(column))) {
                values.put(
                        path,
                        asFirst
                                ? select(db, was.name().name(), from)
                                : select(db, to.name().name(), column.name()));
            }
        }
    }

    /** References to text ids and to numeric ids have nothing in common. */
    private static String family(Column column) {
        boolean id = column.name().endsWith("_id");
        return id && column.typeSql().contains("char") ? "text id" : id ? "id" : "";
    }

    private static List<String> select(Evolution db, String table, String column) {
        return rows(db, "select id, \"" + column + "\" from \"" + table + "\" order by id");
    }

    /** Returns rows without trailing zeros, which a larger scale adds. */
    private static List<String> rows(Evolution db, String query) {
        return db.rows(query).stream()
                .map(row -> row.replaceFirst("(\\.\\d*?)0+$", "$1").replaceFirst("\\.$", ""))
                .toList();
    }

    /** Returns the name that a table of the first model has in the second. */
    private String tableNow(String table) {
        return renamedTables.entrySet().stream()
                .filter(renamed -> renamed.getValue().equals(table))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(table);
    }

    /** Decides what rows without a value get, in the upgrade and in the downgrade. */
    private void fill(Schema schema, UnaryOperator<String> nameAfter) {
        Rows values = new Rows(schema, rows);
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                String path = nameAfter.apply(table.name().name()) + "." + column.name();
                values.fill(table, column)
                        .ifPresent(sql -> decisions = decisions.fillSql(path, sql));
            }
        }
    }
}
