package ormlab.migrate.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import ormlab.migrate.Evolution;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.schema.Column;
import ormlab.schema.SqlFragment;
import ormlab.schema.Table;
import ormlab.schema.TableName;
import ormlab.testing.TestDatabase;

/** Handwritten SQL is read as SQLite itself reads it. */
class SqliteReaderTest {
    private static final List<String> BY_HAND =
            List.of(
                    """
                    CREATE TABLE parent (
                      a INTEGER, -- the first; (half) of the key
                      b TEXT COLLATE NOCASE NOT NULL, /* the, second */
                      PRIMARY KEY (a, b)
                    ) WITHOUT ROWID""",
                    "create table one (id INTEGER PRIMARY KEY, [odd name] varchar ( 10 ), `tick` numeric(10 , 2)"
                            + " default -1.5, \"select\" TEXT DEFAULT 'it''s, (fine)' UNIQUE)",
                    "create table if not exists two (id integer primary key autoincrement,"
                            + " x references one, y integer not null on conflict ignore"
                            + " constraint positive check (y > 0 and ')' <> '(')"
                            + " references one(id) on delete set null on update cascade"
                            + " deferrable initially deferred, z generated always as (y * 2) stored,"
                            + " w int as (y + 1), p, q text,"
                            + " constraint pair unique (x, y) on conflict replace"
                            + " foreign key (p, q) references parent (a, b) on delete cascade"
                            + " check (q <> 'a,b') unique(q))",
                    "create table three as select 1 as n, 'x' as t",
                    "create table 'four' (n integer primary key desc, at timestamp default (datetime('now')),"
                            + " d default current_timestamp, h default x'00', e default 1e-3) strict");

    private Evolution made() {
        List<String> statements = new ArrayList<>(BY_HAND);
        // Strict tables only allow SQLite's own types.
        statements.set(
                4,
                "create table 'four' (n integer primary key desc, at text default (datetime('now')),"
                        + " d text default current_timestamp, h blob default x'00',"
                        + " e real default 1e-3) strict");
        statements.add(
                "create unique index [by z] on two (z desc, lower(q) collate nocase) where y > 1");
        statements.add("create index plain on one ([odd name] asc, tick)");
        return Evolution.on(TestDatabase.SQLITE).sql(statements.toArray(String[]::new));
    }

    private static Set<String> lines(List<String> lines) {
        return new TreeSet<>(lines);
    }

    /** Removes parentheses around a default, which the pragma does not return. */
    private static String bare(SqlFragment value) {
        String sql = value.sql();
        return sql.startsWith("(") ? sql.substring(1, sql.length() - 1) : sql;
    }

    @Test
    void columns_are_read_as_sqlite_reads_them() {
        Evolution db = made();
        List<String> read = new ArrayList<>();
        for (Table table : db.onConnection(SqliteReader::read).tables()) {
            for (Column column : table.columns()) {
                String generated =
                        column.generated().map(each -> each.stored() ? "3" : "2").orElse("0");
                read.add(
                        String.join(
                                "|",
                                table.name().name(),
                                column.name(),
                                column.type(),
                                column.defaultValue().map(SqliteReaderTest::bare).orElse("null"),
                                generated));
            }
        }
        List<String> expected =
                db.rows(
                        "select m.name, c.name, lower(replace(replace(replace(c.type, ' (', '('),"
                                + " ' ,', ','), ', ', ',')), c.dflt_value, c.hidden"
                                + " from sqlite_master m, pragma_table_xinfo(m.name) c"
                                + " where m.type = 'table' and m.name <> 'sqlite_sequence'");
        assertThat(lines(read))
                .isEqualTo(
                        lines(
                                expected.stream()
                                        .map(line -> line.replace("( 10 )", "(10)"))
                                        .toList()));
    }

    @Test
    void keys_are_read_as_sqlite_reads_them() {
        Evolution db = made();
        List<String> read = new ArrayList<>();
        for (Table table : db.onConnection(SqliteReader::read).tables()) {
            String name = table.name().name();
            table.primaryKey()
                    .ifPresent(key -> read.add(name + "|pk|" + String.join(",", key.columns())));
            table.uniques()
                    .forEach(key -> read.add(name + "|u|" + String.join(",", key.columns())));
            table.foreignKeys()
                    .forEach(
                            each ->
                                    read.add(
                                            String.join(
                                                    "|",
                                                    name,
                                                    "fk",
                                                    String.join(",", each.columns()),
                                                    each.target().name(),
                                                    String.join(",", each.targetColumns()),
                                                    each.onDelete(),
                                                    each.onUpdate())));
            table.indexes()
                    .forEach(
                            index ->
                                    read.add(
                                            String.join(
                                                    "|",
                                                    name,
                                                    "c",
                                                    index.name(),
                                                    index.unique() ? "1" : "0")));
        }
        List<String> expected =
                new ArrayList<>(
                        db.rows(
                                "select m.name, 'pk', (select group_concat(name) from (select name"
                                        + " from pragma_table_info(m.name) where pk > 0 order by pk))"
                                        + " from sqlite_master m where m.type = 'table' and exists"
                                        + " (select 1 from pragma_table_info(m.name) where pk > 0)"));
        expected.addAll(
                db.rows(
                        "select m.name, 'u', (select group_concat(x.name) from"
                                + " pragma_index_info(i.name) x) from sqlite_master m,"
                                + " pragma_index_list(m.name) i where m.type = 'table' and i.origin = 'u'"));
        expected.addAll(
                db.rows(
                        "select m.name, 'fk', group_concat(f.\"from\"), f.\"table\","
                                + " group_concat(coalesce(f.\"to\", 'id')), lower(f.on_delete),"
                                + " lower(f.on_update) from sqlite_master m,"
                                + " pragma_foreign_key_list(m.name) f where m.type = 'table'"
                                + " group by m.name, f.id"));
        expected.addAll(
                db.rows(
                        "select m.name, 'c', i.name, i.\"unique\" from sqlite_master m,"
                                + " pragma_index_list(m.name) i where m.type = 'table' and i.origin = 'c'"));
        assertThat(lines(read)).isEqualTo(lines(expected));
    }

    @Test
    void parts_that_no_pragma_reports_are_read_too() {
        DatabaseSchema schema = made().onConnection(SqliteReader::read);
        Table two = schema.table(TableName.of("TWO")).orElseThrow();
        assertThat(two.checks())
                .extracting(check -> check.name() + ": " + check.condition())
                .containsExactly("positive: y > 0 and ')' <> '('", ": q <> 'a,b'");
        assertThat(two.foreignKeys().get(1).rest()).isEqualTo("deferrable initially deferred");
        assertThat(two.column("id").orElseThrow().identity())
                .isEqualTo(Column.Identity.AUTOINCREMENT);
        assertThat(two.indexes().get(0).columns())
                .containsExactly("z desc", "lower(q) collate nocase");
        Table parent = schema.table(TableName.of("parent")).orElseThrow();
        assertThat(parent.column("b").orElseThrow().collation()).contains("nocase");
        assertThat(parent.options()).isEqualTo("without rowid");
    }

    @Test
    void statements_are_read_like_the_database_they_create() {
        List<String> statements = List.of(BY_HAND.get(0), BY_HAND.get(1), BY_HAND.get(2));
        Evolution db = Evolution.on(TestDatabase.SQLITE).sql(statements.toArray(String[]::new));
        List<Table> made = db.onConnection(SqliteReader::read).tables();
        List<Table> read = SqliteReader.read(statements).tables();
        assertThat(read).hasSameSizeAs(made);
        for (int i = 0; i < read.size(); i++) {
            // SQLite keeps everything except "if not exists".
            assertThat(read.get(i).withCreateSql("")).isEqualTo(made.get(i).withCreateSql(""));
        }
    }
}
