package ormlab.migrate.postgres.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import ormlab.migrate.compare.PartChange.AddedPart;
import ormlab.migrate.compare.TableChange.AddedTable;
import ormlab.migrate.compare.TableChange.RemovedTable;
import ormlab.migrate.internal.sql.Identifiers;
import ormlab.migrate.script.ReferenceOrder;
import ormlab.schema.ForeignKey;
import ormlab.schema.Index;
import ormlab.schema.Key;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/** Plans tables that are created or dropped. */
final class PostgresTables {
    private final PlanContext plan;
    private final PostgresForeignKeys foreignKeys;
    private final PostgresComments comments;

    PostgresTables(PlanContext plan, PostgresForeignKeys foreignKeys, PostgresComments comments) {
        this.plan = plan;
        this.foreignKeys = foreignKeys;
        this.comments = comments;
    }

    void plan() {
        createSchemas();
        plan.difference().added().forEach(this::create);
        drop();
    }

    private void createSchemas() {
        Set<String> present = new HashSet<>(Set.of(""));
        plan.before().tables().forEach(table -> present.add(table.name().schema()));
        for (Table table : plan.difference().added()) {
            String schema = table.name().schema();
            if (present.add(schema)) {
                plan.add(
                        Phase.SCHEMA,
                        "Added schema '" + schema + "'",
                        "create schema if not exists " + PostgresSql.quoted(schema));
            }
        }
    }

    private void create(Table table) {
        TableName name = table.name();
        plan.add(Phase.TABLE, new AddedTable(table), PostgresSql.create(table));
        plan.after().firstRows(name).forEach(sql -> plan.add(Phase.TABLE, "", sql));
        comments.planNew(table);
        for (Index index : table.indexes()) {
            plan.add(
                    Phase.KEY,
                    new AddedPart(name, index),
                    Identifiers.createIndex(index, name, PostgresScripts.ENGINE));
        }
        table.foreignKeys().forEach(each -> foreignKeys.add(name, each));
    }

    /** If two tables refer to each other, a foreign key is dropped first. */
    private void drop() {
        Phase phase = namesCollide() ? Phase.OLD_TABLE_BEFORE : Phase.OLD_TABLE;
        List<Table> left =
                new ArrayList<>(
                        ReferenceOrder.referrersFirst(plan.difference().removed(), plan.before()));
        while (!left.isEmpty()) {
            Table next = left.remove(0);
            for (Table other : left) {
                for (ForeignKey each : other.foreignKeys()) {
                    if (each.target().equals(next.name())) {
                        foreignKeys.drop(other.name(), each, phase);
                    }
                }
            }
            plan.add(
                    phase, new RemovedTable(next), "drop table " + PostgresSql.quoted(next.name()));
        }
    }

    /**
     * Returns whether an old table has a name that another one needs: names of indexes and keys are
     * unique in a schema.
     */
    private boolean namesCollide() {
        Set<String> old = new HashSet<>();
        plan.difference().removed().forEach(table -> keyNames(table).forEach(old::add));
        return plan.after().tables().stream()
                .flatMap(PostgresTables::keyNames)
                .anyMatch(old::contains);
    }

    private static Stream<String> keyNames(Table table) {
        return Stream.of(
                        table.uniques().stream().map(Key::name),
                        table.indexes().stream().map(Index::name),
                        table.primaryKey().stream().map(Key::name))
                .flatMap(names -> names);
    }
}
