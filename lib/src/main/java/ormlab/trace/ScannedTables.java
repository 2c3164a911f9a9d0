package ormlab.trace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the columns by which a plan scans tables, by counting rows. */
record ScannedTables(Connection connection, Plan plan, Binds binds) {
    List<ScannedColumn> columns() throws SQLException {
        List<ScannedColumn> columns = new ArrayList<>();
        for (String table : plan.scannedTables()) {
            Map<String, List<ColumnCondition>> byColumn = new LinkedHashMap<>();
            for (ColumnCondition one : ColumnCondition.of(plan.sql(), table)) {
                if (one.first() + one.binds() <= binds.size()) {
                    byColumn.computeIfAbsent(one.columnName(), key -> new ArrayList<>()).add(one);
                }
            }
            if (!byColumn.isEmpty() && isLarge(byColumn.values().iterator().next().get(0))) {
                for (Map.Entry<String, List<ColumnCondition>> column : byColumn.entrySet()) {
                    columns.add(column(table, column.getKey(), column.getValue()));
                }
            }
        }
        return columns;
    }

    /** Stops counting early, so that every table takes about the same time. */
    private boolean isLarge(ColumnCondition first) throws SQLException {
        String sql =
                "select count(*), 0 from (select 1 from %s limit %s) as first_rows"
                        .formatted(first.table(), ScannedColumn.MANY);
        return count(sql, List.of())[0] >= ScannedColumn.MANY;
    }

    private ScannedColumn column(String table, String column, List<ColumnCondition> compared)
            throws SQLException {
        String conditions =
                compared.stream()
                        .map(one -> one.column() + " " + one.rest())
                        .collect(Collectors.joining(" and "));
        List<Integer> places = compared.stream().flatMap(one -> one.places().stream()).toList();
        long[] counts =
                count(
                        "select count(*), count(case when %s then 1 end) from %s"
                                .formatted(conditions, compared.get(0).table()),
                        places);
        boolean searchable =
                !ColumnCondition.areAlternatives(plan.sql())
                        && compared.stream().noneMatch(ColumnCondition::isLike);
        String pattern =
                compared.stream()
                        .map(one -> one.leadingWildcard(binds))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return new ScannedColumn(
                table,
                column,
                pattern,
                counts[0],
                searchable ? counts[1] : counts[0],
                isIndexed(compared.get(0).schema(), table, column));
    }

    private long[] count(String sql, List<Integer> places) throws SQLException {
        try (PreparedStatement counts = connection.prepareStatement(sql)) {
            binds.at(places).bind(counts);
            try (ResultSet row = counts.executeQuery()) {
                row.next();
                return new long[] {row.getLong(1), row.getLong(2)};
            }
        }
    }

    private boolean isIndexed(@Nullable String schema, String table, String column)
            throws SQLException {
        Set<String> seen = new HashSet<>();
        String owner = schema == null ? connection.getSchema() : schema;
        try (ResultSet indexes =
                connection.getMetaData().getIndexInfo(null, owner, table, false, true)) {
            while (indexes.next()) {
                String name = indexes.getString("COLUMN_NAME");
                boolean first = seen.add(indexes.getString("INDEX_NAME"));
                if (first && name != null && name.replace("\"", "").equalsIgnoreCase(column)) {
                    return true;
                }
            }
            return false;
        }
    }
}
