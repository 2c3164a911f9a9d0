package ormlab.migrate.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.migrate.internal.catalog.OwnedSequence;
import ormlab.migrate.internal.catalog.Sequence;
import ormlab.migrate.internal.catalog.Trigger;
import ormlab.migrate.internal.catalog.UserDefinedType;
import ormlab.migrate.internal.catalog.View;
import ormlab.migrate.internal.sql.Identifiers;
import ormlab.schema.TableName;

/**
 * Reads PostgreSQL schemas, with one query for each kind of object, however many tables there are.
 *
 * <p>PostgreSQL itself words the expressions, so both sides of a comparison have the same wording.
 */
public final class PostgresReader {
    private final PostgresCatalog catalog;

    private PostgresReader(PostgresCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Reads the schema that the connection searches first, and others.
     *
     * @param connection the database; stays open and unchanged
     * @param others further schemas; a missing one counts as empty
     */
    public static DatabaseSchema read(Connection connection, Set<String> others)
            throws SQLException {
        Map<String, String> labels = new LinkedHashMap<>();
        others.forEach(schema -> labels.put(schema, schema));
        labels.put(String.valueOf(connection.getSchema()), "");
        return read(connection, labels);
    }

    /**
     * Reads schemas under other names.
     *
     * @param labels the name for each schema; empty for the one that is searched first
     */
    static DatabaseSchema read(Connection connection, Map<String, String> labels)
            throws SQLException {
        PostgresReader reader = new PostgresReader(new PostgresCatalog(connection, labels));
        return new DatabaseSchema(
                        PostgresMigrations.ENGINE,
                        PostgresTableReader.read(reader.catalog),
                        reader.views(),
                        reader.triggers(),
                        reader.sequences(),
                        reader.types())
                .withOwnedSequences(reader.ownedSequences());
    }

    private List<OwnedSequence> ownedSequences() throws SQLException {
        return catalog.list(
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
                    TableName table = catalog.name(row.getString(1), row.getString(2));
                    TableName sequence = catalog.name(row.getString(1), row.getString(4));
                    return new OwnedSequence(table, row.getString(3), sequence);
                });
    }

    private List<View> views() throws SQLException {
        return catalog.list(
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
                    TableName name = catalog.name(row.getString(1), row.getString(2));
                    boolean kept = row.getString(3).equals("m");
                    String body = row.getString(4).strip();
                    return new View(
                            name,
                            kept,
                            "create "
                                    + (kept ? "materialized " : "")
                                    + "view "
                                    + PostgresMigrations.ENGINE.quoted(name)
                                    + " as\n"
                                    + body.replaceFirst(";$", ""));
                });
    }

    private List<Trigger> triggers() throws SQLException {
        return catalog.list(
                """
                select n.nspname, c.relname, t.tgname, pg_get_triggerdef(t.oid)
                from pg_trigger t
                join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = any(?) and not t.tgisinternal
                order by t.oid
                """,
                row -> {
                    String schema = row.getString(1);
                    TableName table = catalog.name(schema, row.getString(2));
                    String sql =
                            row.getString(4)
                                    .replace(
                                            " ON "
                                                    + PostgresMigrations.ENGINE.quoted(
                                                            new TableName(schema, table.name())),
                                            " ON " + PostgresMigrations.ENGINE.quoted(table));
                    return new Trigger(row.getString(3), table, sql);
                });
    }

    private List<Sequence> sequences() throws SQLException {
        return catalog.list(
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
                    TableName name = catalog.name(row.getString(1), row.getString(2));
                    long start = row.getLong(3);
                    long increment = row.getLong(4);
                    String sql =
                            "create sequence %s start with %s increment by %s"
                                            .formatted(
                                                    PostgresMigrations.ENGINE.quoted(name),
                                                    start,
                                                    increment)
                                    + (row.getLong(5) == (increment > 0 ? 1 : Long.MIN_VALUE)
                                            ? ""
                                            : " minvalue " + row.getLong(5))
                                    + (row.getLong(6) == (increment > 0 ? Long.MAX_VALUE : -1)
                                            ? ""
                                            : " maxvalue " + row.getLong(6))
                                    + (row.getLong(8) == 1 ? "" : " cache " + row.getLong(8))
                                    + (row.getBoolean(7) ? " cycle" : "");
                    return new Sequence(name, start, increment, sql);
                });
    }

    private List<UserDefinedType> types() throws SQLException {
        return catalog.list(
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
                    TableName name = catalog.name(row.getString(1), row.getString(2));
                    boolean enumeration = row.getBoolean(3);
                    List<String> values = catalog.texts(row.getArray(4));
                    return type(name, enumeration, values, catalog.texts(row.getArray(5)));
                });
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
            String[] both = catalog.labelled(cast).split("\\|");
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
}
