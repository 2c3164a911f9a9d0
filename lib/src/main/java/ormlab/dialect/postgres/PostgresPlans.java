package ormlab.dialect.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ormlab.trace.Binds;
import ormlab.trace.Plan;
import ormlab.trace.PlanNode;
import ormlab.trace.PlanNode.Kind;

/** Reads {@code EXPLAIN (FORMAT JSON)}; the server itself parses the JSON. */
final class PostgresPlans {
    private static final String EXPLAIN = "explain (format json) ";
    private static final String ANALYZE =
            "explain (analyze, timing off, summary off, format json) ";

    private static final String RAN =
            "The statement was run again to count these rows, and rolled back.";

    /** Selects each step with its path, so that parents come before their children. */
    private static final String STEPS =
            """
            with recursive step(path, plan) as (
              select array[0], cast(? as jsonb) -> 0 -> 'Plan'
              union all
              select path || cast(place as int), child
              from step, jsonb_array_elements(plan -> 'Plans') with ordinality as c(child, place))
            select path, plan ->> 'Node Type', plan ->> 'Relation Name', plan ->> 'Index Name',
              coalesce(plan ->> 'Index Cond', plan ->> 'Hash Cond', plan ->> 'Merge Cond',
                plan ->> 'Recheck Cond', plan ->> 'CTE Name'), plan ->> 'Filter', plan ->> 'Sort Key',
              plan ->> 'Group Key', cast(plan ->> 'Plan Rows' as bigint),
              cast(round(cast(plan ->> 'Actual Rows' as numeric)
                * cast(plan ->> 'Actual Loops' as numeric)) as bigint),
              plan ->> 'Subplan Name', plan ->> 'Operation', plan ->> 'Join Type'
            from step order by path""";

    private record Step(PlanNode node, List<Step> below) {
        PlanNode built() {
            return new PlanNode(
                    node.kind(),
                    node.words(),
                    node.table(),
                    node.index(),
                    node.condition(),
                    node.estimatedRows(),
                    node.actualRows(),
                    below.stream().map(Step::built).toList());
        }
    }

    private PostgresPlans() {}

    /**
     * Opens a transaction if there is none, because a statement that runs must not leave changes.
     */
    static Plan read(Connection connection, String sql, Binds binds, boolean actualRows)
            throws SQLException {
        boolean automatic = connection.getAutoCommit();
        if (automatic) {
            connection.setAutoCommit(false);
        }
        Savepoint before = connection.setSavepoint();
        try {
            String json = json(connection, (actualRows ? ANALYZE : EXPLAIN) + sql, binds);
            return new Plan(sql, List.of(steps(connection, json)), actualRows ? RAN : "")
                    .withScannedColumns(connection, binds);
        } finally {
            connection.rollback(before);
            if (automatic) {
                connection.rollback();
                connection.setAutoCommit(true);
            } else {
                connection.releaseSavepoint(before);
            }
        }
    }

    private static String json(Connection connection, String explain, Binds binds)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(explain)) {
            binds.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static PlanNode steps(Connection connection, String json) throws SQLException {
        Map<List<Object>, Step> byPath = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(STEPS)) {
            statement.setString(1, json);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    List<Object> path = List.of((Object[]) rows.getArray(1).getArray());
                    Step step = new Step(node(rows), new ArrayList<>());
                    byPath.put(path, step);
                    if (path.size() > 1) {
                        byPath.get(path.subList(0, path.size() - 1)).below.add(step);
                    }
                }
            }
        }
        return byPath.values().iterator().next().built();
    }

    private static PlanNode node(ResultSet row) throws SQLException {
        String type = row.getString(2);
        Kind kind = kind(type);
        String key = list(row.getString(7)) + list(row.getString(8));
        String condition =
                Stream.of(row.getString(11), row.getString(5), row.getString(6), key)
                        .filter(part -> part != null && !part.isEmpty())
                        .collect(Collectors.joining(", "));
        String join = row.getString(13);
        boolean outer = join != null && !join.equals("Inner");
        if (outer) {
            condition =
                    join.toLowerCase(Locale.ROOT) + (condition.isEmpty() ? "" : " " + condition);
        }
        return new PlanNode(
                kind,
                kind == Kind.OTHER ? type.toLowerCase(Locale.ROOT) : type,
                text(row.getString(3)),
                text(row.getString(4)),
                condition,
                number(row, 9),
                number(row, 10),
                List.of());
    }

    private static Kind kind(String type) {
        return switch (type) {
            case "Seq Scan", "Sample Scan" -> Kind.TABLE_SCAN;
            case "Index Scan", "Bitmap Index Scan", "Tid Scan" -> Kind.INDEX_SEARCH;
            case "Index Only Scan" -> Kind.COVERING_INDEX;
            case "Sort", "Incremental Sort" -> Kind.SORT;
            case "Nested Loop" -> Kind.NESTED_LOOP;
            case "Hash Join" -> Kind.HASH_JOIN;
            case "Merge Join" -> Kind.MERGE_JOIN;
            case "Aggregate", "Group", "HashAggregate", "GroupAggregate" -> Kind.AGGREGATE;
            case "Subquery Scan", "CTE Scan" -> Kind.SUBQUERY;
            case "ModifyTable" -> Kind.WRITE;
            default -> Kind.OTHER;
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** Turns a JSON array of texts into words separated by commas. */
    private static String list(@Nullable String array) {
        return array == null
                ? ""
                : array.substring(1, array.length() - 1)
                        .replaceAll("(?<!\\\\)\"", "")
                        .replace("\\\"", "\"");
    }
}
