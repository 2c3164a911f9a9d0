package ormlab.dialect.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ormlab.trace.Binds;
import ormlab.trace.Plan;
import ormlab.trace.PlanNode;
import ormlab.trace.PlanNode.Kind;

/** Reads {@code EXPLAIN QUERY PLAN}, whose rows describe steps in words. */
final class SqlitePlans {
    private static final Pattern READS =
            Pattern.compile(
                    "(SCAN|SEARCH) (\\S+)"
                            + "(?: USING (AUTOMATIC )?(?:PARTIAL )?(COVERING )?(?:INDEX(?: (.+?))?|(INTEGER PRIMARY KEY|PRIMARY KEY)))?"
                            + "(?: VIRTUAL TABLE INDEX (.*?))?(?: (\\(.*\\)))?( (?:LEFT|RIGHT|FULL)-JOIN)?( EXISTS)?");

    private static final String NO_COUNTS =
            "SQLite does not count the rows of each step, so the statement was not run again.";

    private record Step(int parent, String detail, List<Step> below) {}

    private final String sql;

    private SqlitePlans(String sql) {
        this.sql = sql;
    }

    static Plan read(Connection connection, String sql, Binds binds, boolean actualRows)
            throws SQLException {
        Map<Integer, Step> steps = new LinkedHashMap<>();
        Step root = new Step(0, "", new ArrayList<>());
        try (PreparedStatement explain = connection.prepareStatement("explain query plan " + sql)) {
            binds.bind(explain);
            try (ResultSet rows = explain.executeQuery()) {
                while (rows.next()) {
                    Step step = new Step(rows.getInt(2), rows.getString(4), new ArrayList<>());
                    steps.getOrDefault(step.parent, root).below.add(step);
                    steps.put(rows.getInt(1), step);
                }
            }
        }
        return new Plan(sql, new SqlitePlans(sql).nodes(root.below), actualRows ? NO_COUNTS : "")
                .withScannedColumns(connection, binds);
    }

    /** Several tables at the same level are joined by a nested loop. */
    private List<PlanNode> nodes(List<Step> steps) {
        List<PlanNode> read = new ArrayList<>();
        List<PlanNode> others = new ArrayList<>();
        for (Step step : steps) {
            (READS.matcher(step.detail).matches() ? read : others).add(node(step));
        }
        List<PlanNode> nodes = new ArrayList<>(others);
        if (read.size() > 1) {
            nodes.add(0, node(Kind.NESTED_LOOP, "NESTED LOOP", "", "", "", read));
        } else {
            nodes.addAll(0, read);
        }
        return nodes;
    }

    private PlanNode node(Step step) {
        Matcher reads = READS.matcher(step.detail);
        List<PlanNode> below = nodes(step.below);
        if (reads.matches()) {
            return reading(step.detail, reads, below);
        }
        if (step.detail.startsWith("USE TEMP B-TREE FOR ")) {
            String use = step.detail.substring("USE TEMP B-TREE FOR ".length());
            Kind kind = use.endsWith("ORDER BY") ? Kind.SORT : Kind.TEMP_B_TREE;
            return node(kind, step.detail, "", "", "for " + use.toLowerCase(Locale.ROOT), below);
        }
        if (step.detail.contains("USING TEMP B-TREE")) {
            String use = step.detail.replace(" USING TEMP B-TREE", "").toLowerCase(Locale.ROOT);
            return node(Kind.TEMP_B_TREE, step.detail, "", "", "for " + use, below);
        }
        if (step.detail.matches("(?:CORRELATED )?(?:SCALAR |LIST )?SUBQUERY.*")
                || step.detail.startsWith("CO-ROUTINE ")
                || step.detail.startsWith("MATERIALIZE ")) {
            return node(
                    Kind.SUBQUERY,
                    step.detail,
                    "",
                    "",
                    step.detail.toLowerCase(Locale.ROOT),
                    below);
        }
        return node(Kind.OTHER, step.detail.toLowerCase(Locale.ROOT), "", "", "", below);
    }

    private PlanNode reading(String detail, Matcher reads, List<PlanNode> below) {
        boolean scan = reads.group(1).equals("SCAN");
        boolean covering = reads.group(4) != null;
        String index =
                reads.group(3) != null
                        ? "automatic index"
                        : reads.group(6) != null
                                ? "primary key"
                                : reads.group(5) == null ? "" : reads.group(5);
        String condition = reads.group(8) == null ? "" : reads.group(8);
        String join = reads.group(9) == null ? "" : reads.group(9).toLowerCase(Locale.ROOT);
        if (scan && detail.equals("SCAN CONSTANT ROW")) {
            return node(Kind.OTHER, "one constant row", "", "", "", below);
        }
        Kind kind =
                scan
                        ? index.isEmpty() ? Kind.TABLE_SCAN : Kind.INDEX_SCAN
                        : covering ? Kind.COVERING_INDEX : Kind.INDEX_SEARCH;
        return node(kind, detail, table(reads.group(2)), index, (condition + join).strip(), below);
    }

    /** SQLite names a table by its alias, if it has one. */
    private String table(String name) {
        Matcher declared =
                Pattern.compile(
                                "(?:\\bfrom|\\bjoin|\\bupdate|\\binto|,)\\s+(\"[^\"]+\"|\\w+)\\s+(?:as\\s+)?\"?"
                                        + Pattern.quote(name)
                                        + "\"?(?!\\w)",
                                Pattern.CASE_INSENSITIVE)
                        .matcher(sql);
        return declared.find() ? declared.group(1).replace("\"", "") : name;
    }

    private static PlanNode node(
            Kind kind,
            String words,
            String table,
            String index,
            String condition,
            List<PlanNode> children) {
        return new PlanNode(kind, words, table, index, condition, null, null, children);
    }
}
