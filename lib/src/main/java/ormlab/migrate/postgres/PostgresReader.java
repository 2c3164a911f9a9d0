package ormlab.migrate.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.migrate.internal.catalog.OwnedSequence;
import ormlab.migrate.internal.catalog.Sequence;
import ormlab.migrate.internal.catalog.Trigger;
import ormlab.migrate.internal.catalog.UserDefinedType;
import ormlab.migrate.internal.catalog.View;
import ormlab.migrate.internal.sql.Identifiers;
import ormlab.migrate.internal.sql.IndexParser;
import ormlab.migrate.internal.sql.SqlTokens;
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

/**
 * Reads what stands in schemas of PostgreSQL, with one query for each kind of thing, however many
 * tables there are.
 *
 * <p>Expressions come in the words of PostgreSQL itself, so both sides of a comparison are spelled
 * alike.
 */
public final class PostgresReader {
    private final Connection connection;
    private final Map<String, String> labels;
    private final Map<Long, Building> tables = new LinkedHashMap<>();

    /**
     * Reads schemas under the names that they shall have.
     *
     * @param labels for each schema, how to call it; empty for the one that is searched first
     */
    private PostgresReader(Connection connection, Map<String, String> labels) {
        this.connection = connection;
        this.labels = labels;
    }

    /**
     * Reads the schema that the connection looks into by itself, and others.
     *
     * @param connection the database; stays open and as it is; not null
     * @param others further schemas; those that are not there count as empty; not null
     * @return what stands in them
     * @throws SQLException if the database cannot be read
     */
    public static DatabaseSchema read(Connection connection, Set<String> others)
            throws SQLException {
        Map<String, String> labels = new LinkedHashMap<>();
        others.forEach(schema -> labels.put(schema, schema));
        labels.put(String.valueOf(connection.getSchema()), "");
        return read(connection, labels);
    }

    static DatabaseSchema read(Connection connection, Map<String, String> labels)
            throws SQLException {
        return new PostgresReader(connection, labels).schema();
    }

    /** What was read of a table so far. */
    private static final class Building {
        private final TableName name;
        private final String schema;
        private final Optional<String> comment;
        private final String options;
        private final Map<Integer, Column> columns = new LinkedHashMap<>();
        private Optional<Key> primaryKey = Optional.empty();
        private final List<Key> uniques = new ArrayList<>();
        private final List<ForeignKey> references = new ArrayList<>();
        private final List<CheckConstraint> checks = new ArrayList<>();
        private final List<Index> indexes = new ArrayList<>();

        Building(TableName name, String schema, Optional<String> comment, String options) {
            this.name = name;
            this.schema = schema;
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

    private DatabaseSchema schema() throws SQLException {
        readTables();
        readColumns();
        readConstraints();
        readIndexes();
        return new DatabaseSchema(
                        PostgresMigrations.ENGINE,
                        tables.values().stream().map(Building::done).toList(),
                        views(),
                        triggers(),
                        sequences(),
                        types())
                .withOwnedSequences(ownedSequences());
    }

    private List<OwnedSequence> ownedSequences() throws SQLException {
        List<OwnedSequence> owned = new ArrayList<>();
        ask(
                """
                select n.nspname, c.relname, a.attname, s.relname
                from pg_depend d
                join pg_class s on s.oid = d.objid and s.relkind = 'S'
                join pg_class c on c.oid = d.refobjid join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
                where n.nspname = any(?) and d.classid = 'pg_class'::regclass
                  and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i')
                order by s.oid
                """,
                row -> {
                    TableName table = name(row.getString(1), row.getString(2));
                    TableName sequence = name(row.getString(1), row.getString(4));
                    owned.add(new OwnedSequence(table, row.getString(3), sequence));
                });
        return owned;
    }

    /** Is what is done with each row. */
    private interface EachRow {
        void take(ResultSet row) throws SQLException;
    }

    /** Asks with the names of the schemas as the only bind. */
    private void ask(String sql, EachRow each) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Array schemas = connection.createArrayOf("text", labels.keySet().toArray());
            statement.setArray(1, schemas);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.take(rows);
                }
            }
        }
    }

    private TableName name(String schema, String name) {
        return new TableName(labels.getOrDefault(schema, schema), name);
    }

    /** Texts name a schema that is not searched first; here it gets the name it shall have. */
    private String labelled(String sql) {
        String text = sql;
        for (Map.Entry<String, String> each : labels.entrySet()) {
            if (!each.getValue().isEmpty() && !each.getKey().equals(each.getValue())) {
                text =
                        text.replace(
                                PostgresMigrations.ENGINE.quoted(each.getKey()) + ".",
                                PostgresMigrations.ENGINE.quoted(each.getValue()) + ".");
            }
        }
        return text;
    }

    // Tables -----------------------------------------------------------------------------------

    private void readTables() throws SQLException {
        ask(
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
                                        name(row.getString(2), row.getString(3)),
                                        row.getString(2),
                                        Optional.ofNullable(row.getString(4)),
                                        row.getString(5))));
    }

    private void readColumns() throws SQLException {
        ask(
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
                row -> {
                    Building table = tables.get(row.getLong(1));
                    if (table != null) {
                        table.columns.put(row.getInt(2), column(row));
                    }
                });
    }

    private Column column(ResultSet row) throws SQLException {
        String type = labelled(row.getString(4));
        Optional<SqlFragment> expression = Optional.ofNullable(row.getString(6)).map(this::text);
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
        String text = labelled(sql);
        return new SqlFragment(text, text);
    }

    // Constraints ------------------------------------------------------------------------------

    private void readConstraints() throws SQLException {
        ask(
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
                row -> {
                    Building table = tables.get(row.getLong(1));
                    if (table != null) {
                        constraint(table, row);
                    }
                });
    }

    private void constraint(Building table, ResultSet row) throws SQLException {
        String constraint = row.getString(2);
        String definition = labelled(row.getString(4));
        List<String> columns = table.names(numbers(row.getArray(5)));
        switch (row.getString(3)) {
            case "p" ->
                    table.primaryKey = Optional.of(new Key(constraint, columns, key(definition)));
            case "u" -> table.uniques.add(new Key(constraint, columns, key(definition)));
            case "f" -> table.references.add(reference(constraint, columns, row));
            default -> {
                String condition = SqlTokens.withoutParentheses(labelled(row.getString(15)));
                table.checks.add(
                        new CheckConstraint(
                                constraint,
                                new SqlFragment(condition, definition),
                                SqlTokens.wordsOf(condition)));
            }
        }
    }

    /** {@code UNIQUE (a, b)}, in the small letters that scripts are written in. */
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
                name(row.getString(14), row.getString(13)),
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

    private static List<Integer> numbers(Array array) throws SQLException {
        List<Integer> numbers = new ArrayList<>();
        if (array != null) {
            for (Object each : (Object[]) array.getArray()) {
                numbers.add(((Number) each).intValue());
            }
        }
        // A check over the whole row names no column.
        numbers.removeIf(number -> number <= 0);
        return numbers;
    }

    private void readIndexes() throws SQLException {
        ask(
                """
                select x.indrelid, i.relname, x.indisunique, pg_get_indexdef(x.indexrelid)
                from pg_index x
                join pg_class i on i.oid = x.indexrelid
                join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = any(?) and not exists (select from pg_constraint k
                  where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x'))
                order by x.indexrelid
                """,
                row -> {
                    Building table = tables.get(row.getLong(1));
                    if (table != null) {
                        table.indexes.add(index(table, row.getString(2), row.getString(4)));
                    }
                });
    }

    /** The text names index and table, which are no part of the definition. */
    private Index index(Building table, String name, String sql) {
        Index read = IndexParser.parse(sql, PostgresMigrations.ENGINE);
        int using = sql.indexOf(" USING ");
        String definition = labelled(sql.substring(using < 0 ? 0 : using + 1));
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

    // Views, triggers, sequences, types --------------------------------------------------------

    private List<View> views() throws SQLException {
        List<View> views = new ArrayList<>();
        ask(
                """
                select n.nspname, c.relname, c.relkind, pg_get_viewdef(c.oid)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('v', 'm') and (n.nspname = any(?) or n.nspname !~ '^pg_'
                  and n.nspname <> 'information_schema')
                  and not exists (select from pg_depend e where e.classid = 'pg_class'::regclass
                    and e.objid = c.oid and e.deptype = 'e')
                order by c.oid
                """,
                row -> {
                    TableName name = name(row.getString(1), row.getString(2));
                    boolean kept = row.getString(3).equals("m");
                    String body = row.getString(4).strip();
                    views.add(
                            new View(
                                    name,
                                    kept,
                                    "create "
                                            + (kept ? "materialized " : "")
                                            + "view "
                                            + PostgresMigrations.ENGINE.quoted(name)
                                            + " as\n"
                                            + body.replaceFirst(";$", "")));
                });
        return views;
    }

    private List<Trigger> triggers() throws SQLException {
        List<Trigger> triggers = new ArrayList<>();
        ask(
                """
                select n.nspname, c.relname, t.tgname, pg_get_triggerdef(t.oid)
                from pg_trigger t
                join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = any(?) and not t.tgisinternal
                order by t.oid
                """,
                row -> {
                    String schema = row.getString(1);
                    TableName table = name(schema, row.getString(2));
                    String sql =
                            row.getString(4)
                                    .replace(
                                            " ON "
                                                    + PostgresMigrations.ENGINE.quoted(
                                                            new TableName(schema, table.name())),
                                            " ON " + PostgresMigrations.ENGINE.quoted(table));
                    triggers.add(new Trigger(row.getString(3), table, sql));
                });
        return triggers;
    }

    private List<Sequence> sequences() throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        ask(
                """
                select n.nspname, c.relname, s.seqstart, s.seqincrement, s.seqmin, s.seqmax,
                  s.seqcycle, s.seqcache
                from pg_sequence s
                join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = any(?) and not exists (select from pg_depend d
                  where d.classid = 'pg_class'::regclass and d.objid = c.oid
                  and d.deptype in ('a', 'i', 'e'))
                order by c.oid
                """,
                row -> {
                    TableName name = name(row.getString(1), row.getString(2));
                    long start = row.getLong(3);
                    long increment = row.getLong(4);
                    String sql =
                            "create sequence "
                                    + PostgresMigrations.ENGINE.quoted(name)
                                    + " start with "
                                    + start
                                    + " increment by "
                                    + increment
                                    + (row.getLong(5) == (increment > 0 ? 1 : Long.MIN_VALUE)
                                            ? ""
                                            : " minvalue " + row.getLong(5))
                                    + (row.getLong(6) == (increment > 0 ? Long.MAX_VALUE : -1)
                                            ? ""
                                            : " maxvalue " + row.getLong(6))
                                    + (row.getLong(8) == 1 ? "" : " cache " + row.getLong(8))
                                    + (row.getBoolean(7) ? " cycle" : "");
                    sequences.add(new Sequence(name, start, increment, sql));
                });
        return sequences;
    }

    private List<UserDefinedType> types() throws SQLException {
        List<UserDefinedType> types = new ArrayList<>();
        ask(
                """
                select n.nspname, t.typname, t.typtype = 'e',
                  case when t.typtype = 'e' then (select array_agg(e.enumlabel::text
                    order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid)
                  else (select array_agg(quote_ident(a.attname) || ' '
                    || format_type(a.atttypid, a.atttypmod) order by a.attnum) from pg_attribute a
                    where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped) end,
                  array(select format_type(castsource, null) || ' as '
                    || format_type(casttarget, null) || '|' || castcontext::text from pg_cast
                    where t.oid in (castsource, casttarget) and castmethod = 'i' order by 1)
                from pg_type t join pg_namespace n on n.oid = t.typnamespace
                left join pg_class c on c.oid = t.typrelid
                where n.nspname = any(?) and (t.typtype = 'e' or t.typtype = 'c' and c.relkind = 'c')
                  and not exists (select from pg_depend e where e.classid = 'pg_type'::regclass
                    and e.objid = t.oid and e.deptype = 'e')
                order by t.oid
                """,
                row -> {
                    TableName name = name(row.getString(1), row.getString(2));
                    boolean enumeration = row.getBoolean(3);
                    List<String> values = texts(row.getArray(4));
                    types.add(type(name, enumeration, values, texts(row.getArray(5))));
                });
        return types;
    }

    private UserDefinedType type(
            TableName name, boolean enumeration, List<String> values, List<String> casts) {
        String quoted = PostgresMigrations.ENGINE.quoted(name);
        List<String> parts =
                enumeration ? values.stream().map(Identifiers::string).toList() : values;
        List<String> create = new ArrayList<>();
        create.add(
                "create type "
                        + quoted
                        + (enumeration ? " as enum (" : " as (")
                        + String.join(", ", parts)
                        + ")");
        List<String> drop = new ArrayList<>();
        for (String cast : casts) {
            String[] both = labelled(cast).split("\\|");
            String how =
                    switch (both[1].toLowerCase(Locale.ROOT)) {
                        case "i" -> " as implicit";
                        case "a" -> " as assignment";
                        default -> "";
                    };
            create.add("create cast (" + both[0] + ") with inout" + how);
            drop.add("drop cast (" + both[0] + ")");
        }
        drop.add("drop type " + quoted);
        return new UserDefinedType(name, enumeration, values, create, drop);
    }

    private List<String> texts(Array array) throws SQLException {
        List<String> texts = new ArrayList<>();
        if (array != null) {
            for (Object each : (Object[]) array.getArray()) {
                texts.add(labelled(String.valueOf(each)));
            }
        }
        return texts;
    }
}
