package ormlab.migrate.postgres;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ormlab.internal.lexer.SqlTokens;
import ormlab.migrate.internal.sql.IndexParser;
import ormlab.schema.CheckConstraint;
import ormlab.schema.Column;
import ormlab.schema.Column.Generated;
import ormlab.schema.Column.Identity;
import ormlab.schema.ForeignKey;
import ormlab.schema.Index;
import ormlab.schema.Key;
import ormlab.schema.SqlFragment;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/** Reads the tables of PostgreSQL with their columns, constraints and indexes. */
final class PostgresTableReader {
    private final PostgresCatalog catalog;
    private final Map<Long, Building> tables = new LinkedHashMap<>();

    private PostgresTableReader(PostgresCatalog catalog) {
        this.catalog = catalog;
    }

    static List<Table> read(PostgresCatalog catalog) throws SQLException {
        PostgresTableReader reader = new PostgresTableReader(catalog);
        reader.readTables();
        reader.readColumns();
        reader.readConstraints();
        reader.readIndexes();
        return reader.tables.values().stream().map(Building::done).toList();
    }

    /** What has been read of a table so far. */
    private static final class Building {
        private final TableName name;
        private final Optional<String> comment;
        private final String options;
        private final Map<Integer, Column> columns = new LinkedHashMap<>();
        private Optional<Key> primaryKey = Optional.empty();
        private final List<Key> uniques = new ArrayList<>();
        private final List<ForeignKey> references = new ArrayList<>();
        private final List<CheckConstraint> checks = new ArrayList<>();
        private final List<Index> indexes = new ArrayList<>();

        Building(TableName name, Optional<String> comment, String options) {
            this.name = name;
            this.comment = comment;
            this.options = options;
        }

        Table done() {
            return new Table(
                    name,
                    List.copyOf(columns.values()),
                    primaryKey,
                    uniques,
                    references,
                    checks,
                    indexes,
                    options,
                    comment,
                    "");
        }

        List<String> names(List<Integer> numbers) {
            return numbers.stream().map(number -> columns.get(number).name()).toList();
        }
    }

    /** Handles one row about a table. */
    private interface EachPart {
        void take(Building table, ResultSet row) throws SQLException;
    }

    /** Runs a query whose first column is the number of a table; skips partitions. */
    private void eachOf(String sql, EachPart each) throws SQLException {
        catalog.ask(
                sql,
                row -> {
                    Building table = tables.get(row.getLong(1));
                    if (table != null) {
                        each.take(table, row);
                    }
                });
    }

    private void readTables() throws SQLException {
        catalog.ask(
                """
                select c.oid, n.nspname, c.relname, obj_description(c.oid, 'pg_class'),
                  coalesce('partition by ' || pg_get_partkeydef(c.oid), '')
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = any(?) and c.relkind in ('r', 'p') and not c.relispartition
                  and not exists (select from pg_depend e where e.classid = 'pg_class'::regclass
                    and e.objid = c.oid and e.deptype = 'e')
                order by c.oid
                """,
                row ->
                        tables.put(
                                row.getLong(1),
                                new Building(
                                        catalog.name(row.getString(2), row.getString(3)),
                                        Optional.ofNullable(row.getString(4)),
                                        row.getString(5))));
    }

    private void readColumns() throws SQLException {
        eachOf(
                """
                select a.attrelid, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod),
                  a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated,
                  case when a.attcollation <> t.typcollation then
                    (select l.collname from pg_collation l where l.oid = a.attcollation) end,
                  col_description(a.attrelid, a.attnum),
                  exists (select from pg_depend s join pg_class q on q.oid = s.objid
                    and q.relkind = 'S' where s.classid = 'pg_class'::regclass
                    and s.refclassid = 'pg_class'::regclass and s.refobjid = a.attrelid
                    and s.refobjsubid = a.attnum and s.deptype = 'a')
                from pg_attribute a
                join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                join pg_type t on t.oid = a.atttypid
                left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                where n.nspname = any(?) and c.relkind in ('r', 'p') and a.attnum > 0
                  and not a.attisdropped
                order by a.attrelid, a.attnum
                """,
                (table, row) -> table.columns.put(row.getInt(2), column(row)));
    }

    private Column column(ResultSet row) throws SQLException {
        String type = catalog.labelled(row.getString(4));
        Optional<SqlFragment> expression =
                Optional.ofNullable(row.getString(6)).map(catalog::fragment);
        String generated = row.getString(8);
        boolean computed = !generated.isEmpty();
        boolean serial =
                row.getBoolean(11)
                        && expression.filter(e -> e.sql().startsWith("nextval(")).isPresent();
        return new Column(
                row.getString(3),
                type,
                type.replace("character varying", "varchar"),
                !row.getBoolean(5),
                computed || serial ? Optional.empty() : expression,
                computed
                        ? expression.map(each -> new Generated(each, generated.equals("s")))
                        : Optional.empty(),
                serial ? Identity.SERIAL : identity(row.getString(7)),
                Optional.ofNullable(row.getString(9)),
                Optional.ofNullable(row.getString(10)));
    }

    private static Identity identity(String code) {
        return switch (code) {
            case "a" -> Identity.ALWAYS;
            case "d" -> Identity.BY_DEFAULT;
            default -> Identity.NONE;
        };
    }

    private SqlFragment text(String sql) {
        String text = catalog.labelled(sql);
        return new SqlFragment(text, text);
    }

    // Constraints ------------------------------------------------------------------------------

    private void readConstraints() throws SQLException {
        eachOf(
                """
                select k.conrelid, k.conname, k.contype, pg_get_constraintdef(k.oid), k.conkey,
                  k.confkey, k.confrelid, k.confdeltype, k.confupdtype, k.condeferrable,
                  k.condeferred, k.confmatchtype, f.relname, fn.nspname,
                  pg_get_expr(k.conbin, k.conrelid),
                  (select array_agg(a.attname order by u.place) from unnest(k.confkey)
                    with ordinality u(number, place) join pg_attribute a
                    on a.attrelid = k.confrelid and a.attnum = u.number)
                from pg_constraint k
                join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                left join pg_class f on f.oid = k.confrelid
                left join pg_namespace fn on fn.oid = f.relnamespace
                where n.nspname = any(?) and k.contype in ('p', 'u', 'f', 'c')
                  and k.conparentid = 0
                order by k.oid
                """,
                this::constraint);
    }

    private void constraint(Building table, ResultSet row) throws SQLException {
        String constraint = row.getString(2);
        String definition = catalog.labelled(row.getString(4));
        List<String> columns = table.names(numbers(row.getArray(5)));
        switch (row.getString(3)) {
            case "p" ->
                    table.primaryKey = Optional.of(new Key(constraint, columns, key(definition)));
            case "u" -> table.uniques.add(new Key(constraint, columns, key(definition)));
            case "f" -> table.references.add(reference(constraint, columns, row));
            default -> {
                String condition =
                        SqlTokens.withoutParentheses(catalog.labelled(row.getString(15)));
                table.checks.add(
                        new CheckConstraint(
                                constraint,
                                new SqlFragment(condition, definition),
                                SqlTokens.wordsOf(condition)));
            }
        }
    }

    /** Returns {@code UNIQUE (a, b)} in lower case, as in scripts. */
    private static SqlFragment key(String definition) {
        String sql =
                definition
                        .replaceFirst("^PRIMARY KEY", "primary key")
                        .replaceFirst("^UNIQUE NULLS NOT DISTINCT", "unique nulls not distinct")
                        .replaceFirst("^UNIQUE", "unique");
        return new SqlFragment(sql, definition);
    }

    private ForeignKey reference(String constraint, List<String> columns, ResultSet row)
            throws SQLException {
        List<String> rest = new ArrayList<>();
        if (row.getString(12).equals("f")) {
            rest.add("match full");
        }
        if (row.getBoolean(10)) {
            rest.add(row.getBoolean(11) ? "deferrable initially deferred" : "deferrable");
        }
        return new ForeignKey(
                constraint,
                columns,
                catalog.name(row.getString(14), row.getString(13)),
                Arrays.asList((String[]) row.getArray(16).getArray()),
                action(row.getString(8)),
                action(row.getString(9)),
                String.join(" ", rest));
    }

    private static String action(String code) {
        return switch (code) {
            case "r" -> "restrict";
            case "c" -> "cascade";
            case "n" -> "set null";
            case "d" -> "set default";
            default -> ForeignKey.NO_ACTION;
        };
    }

    private static List<Integer> numbers(@Nullable Array array) throws SQLException {
        Object[] numbers = array == null ? new Object[0] : (Object[]) array.getArray();
        // A check on the whole row names no column.
        return Arrays.stream(numbers)
                .map(each -> ((Number) each).intValue())
                .filter(number -> number > 0)
                .toList();
    }

    private void readIndexes() throws SQLException {
        eachOf(
                """
                select x.indrelid, i.relname, x.indisunique, pg_get_indexdef(x.indexrelid)
                from pg_index x
                join pg_class i on i.oid = x.indexrelid
                join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = any(?) and not exists (select from pg_constraint k
                  where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x'))
                order by x.indexrelid
                """,
                (table, row) -> table.indexes.add(index(row.getString(2), row.getString(4))));
    }

    /** Removes the names of index and table, which are not part of the definition. */
    private Index index(String name, String sql) {
        Index read = IndexParser.parse(sql, PostgresMigrations.ENGINE);
        int using = sql.indexOf(" USING ");
        String definition = catalog.labelled(sql.substring(using < 0 ? 0 : using + 1));
        String canonical = (read.unique() ? "unique " : "") + definition;
        String text =
                definition.startsWith("USING btree ")
                        ? definition.substring("USING btree ".length())
                        : definition.replaceFirst("^USING", "using");
        return new Index(
                name,
                read.unique(),
                read.columns(),
                new SqlFragment(text, canonical),
                SqlTokens.wordsOf(definition));
    }
}
