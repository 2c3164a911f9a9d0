package ormlab.trace;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import ormlab.picture.Picture;

/**
 * How a database finds the rows of a statement, as a tree of steps.
 *
 * @param roots the last steps; empty if the database has no plan for the statement
 * @param remark a sentence to show with the plan; may be empty
 * @param scannedFor the columns by which the statement searched tables that are read from start to
 *     end; only for tables of at least {@link ScannedColumn#MANY} rows
 */
public record Plan(String sql, List<PlanNode> roots, String remark, List<ScannedColumn> scannedFor)
        implements Picture {
    /** Copies the steps. */
    public Plan {
        roots = List.copyOf(roots);
        scannedFor = List.copyOf(scannedFor);
    }

    /** Creates a plan that consists only of steps. */
    public Plan(String sql, List<PlanNode> roots, String remark) {
        this(sql, roots, remark, List.of());
    }

    /**
     * Returns this plan with the columns by which it scans tables.
     *
     * @param connection the connection that is about to run the statement; used to count rows
     * @param binds the statement's values
     */
    public Plan withScannedColumns(Connection connection, Binds binds) throws SQLException {
        return new Plan(sql, roots, remark, new ScannedTables(connection, this, binds).columns());
    }

    /** Returns all steps, from the last one to the ones it depends on. */
    public Stream<PlanNode> nodes() {
        return roots.stream().flatMap(PlanNode::all);
    }

    /** Returns the tables that are read from start to end. */
    public List<String> scannedTables() {
        return nodes().filter(node -> node.kind() == PlanNode.Kind.TABLE_SCAN)
                .map(PlanNode::table)
                .distinct()
                .toList();
    }

    @Override
    public String text() {
        return new Plans(List.of(this)).text();
    }

    @Override
    public String markdown() {
        return new Plans(List.of(this)).markdown();
    }

    @Override
    public String toString() {
        return text();
    }
}
