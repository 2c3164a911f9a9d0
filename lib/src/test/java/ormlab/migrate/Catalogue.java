package ormlab.migrate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lists the objects of a database with different queries than the readers, so that an object that a
 * reader overlooks is noticed. The order of columns does not matter.
 */
public final class Catalogue {
    private static final String SQLITE =
            """
            select 'column ' || m.name || '.' || c.name || ' ' || lower(replace(c.type, ' ', ''))
              || ' ' || c."notnull" || ' ' || coalesce(c.dflt_value, '') || ' ' || (c.pk > 0) || c.hidden
            from sqlite_master m, pragma_table_xinfo(m.name) c
            where m.type = 'table' and m.name not like 'sqlite_%'
            union all
            select 'foreign key ' || m.name || ' ' || f.seq || ' ' || f."from" || ' ' || f."table"
              || ' ' || f."to" || ' ' || f.on_update || ' ' || f.on_delete
            from sqlite_master m, pragma_foreign_key_list(m.name) f where m.type = 'table'
            union all
            select 'index ' || m.name || ' ' || i.origin || ' ' || i."unique" || ' ' || i.partial
              || ' ' || case i.origin when 'c' then i.name else '' end || ' '
              || (select group_concat(coalesce(x.name, '?') || x."desc" || x.coll)
                from pragma_index_xinfo(i.name) x where x.key = 1)
            from sqlite_master m, pragma_index_list(m.name) i where m.type = 'table'
            union all
            select 'autoincrement ' || name from sqlite_master
            where type = 'table' and sql like '%autoincrement%'
            union all
            select type || ' ' || name from sqlite_master where type in ('view', 'trigger')
            """;

    private static final String SQLITE_TABLES =
            "select name || ' ' || sql from sqlite_master where type = 'table'"
                    + " and name not like 'sqlite_%'";
    private static final Pattern EXPRESSION =
            Pattern.compile("(?i)\\b(check|generated always as|collate)\\b");

    private static final String POSTGRES =
            """
            select 'column ' || concat_ws(' ', table_name, column_name, data_type, udt_name,
              character_maximum_length, numeric_precision, numeric_scale, datetime_precision,
              is_nullable, column_default, is_identity, identity_generation, is_generated,
              generation_expression, collation_name)
            from information_schema.columns where table_schema = current_schema()
            union all
            select 'constraint ' || concat_ws(' ', table_name, case when constraint_type = 'CHECK'
              then '' else constraint_name end, constraint_type, is_deferrable, initially_deferred)
            from information_schema.table_constraints where table_schema = current_schema()
              and constraint_name not like '%not_null'
            union all
            select 'check ' || c.relname || ' '
              || regexp_replace(pg_get_constraintdef(k.oid), '::[a-z ]+([[][]])?|[()[:space:]]', '', 'g')
            from pg_constraint k join pg_class c on c.oid = k.conrelid
            where k.contype = 'c' and c.relnamespace = current_schema()::regnamespace
            union all
            select 'key column ' || concat_ws(' ', table_name, constraint_name, column_name,
              ordinal_position, position_in_unique_constraint)
            from information_schema.key_column_usage where table_schema = current_schema()
            union all
            select 'reference ' || concat_ws(' ', constraint_name, update_rule, delete_rule)
            from information_schema.referential_constraints
            where constraint_schema = current_schema()
            union all
            select 'index ' || replace(indexdef, current_schema() || '.', '') from pg_indexes
            where schemaname = current_schema()
            union all
            select 'sequence ' || concat_ws(' ', sequencename, start_value, increment_by, min_value)
            from pg_sequences where schemaname = current_schema()
            union all
            select 'type ' || t.typname || (select coalesce(string_agg(e.enumlabel, ',' order by
              e.enumsortorder), '') from pg_enum e where e.enumtypid = t.oid)
            from pg_type t where t.typnamespace = current_schema()::regnamespace
              and t.typtype in ('e', 'c') and t.typname !~ '^_'
            union all
            select 'comment ' || c.relname || ' ' || d.objsubid || d.description
            from pg_description d join pg_class c on c.oid = d.objoid
            where c.relnamespace = current_schema()::regnamespace and d.objsubid = 0
            union all
            select 'comment ' || c.relname || '.' || a.attname || ' ' || d.description
            from pg_description d join pg_class c on c.oid = d.objoid
            join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid
            where c.relnamespace = current_schema()::regnamespace and d.objsubid > 0
            union all
            select 'view ' || table_name from information_schema.views
            where table_schema = current_schema()
            union all
            select 'trigger ' || trigger_name from information_schema.triggers
            where trigger_schema = current_schema()
            """;

    private Catalogue() {}

    /** Returns a sorted list of everything. */
    public static List<String> of(Evolution database) {
        boolean sqlite = database.url().startsWith("jdbc:sqlite:");
        List<String> all = new ArrayList<>(database.rows(sqlite ? SQLITE : POSTGRES));
        if (sqlite) {
            database.rows(SQLITE_TABLES).forEach(table -> all.addAll(expressions(table)));
        }
        Collections.sort(all);
        return all;
    }

    /**
     * Returns the checks, computed columns and collations of a SQLite table, which no pragma lists.
     */
    private static List<String> expressions(String table) {
        List<String> found = new ArrayList<>();
        Matcher word = EXPRESSION.matcher(table);
        while (word.find()) {
            int depth = 0;
            int end = word.end();
            do {
                char letter = table.charAt(end++);
                depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            } while (end < table.length() && (depth > 0 || table.charAt(end - 1) == ' '));
            String name = table.substring(0, table.indexOf(' '));
            found.add(name + ' ' + table.substring(word.start(), end).replaceAll("[\\s\"]", ""));
        }
        return found;
    }
}
