package ormlab.trace;

import java.util.List;
import java.util.stream.Stream;
import ormlab.picture.Picture;

/**
 * How a database finds the rows of a statement, as a tree of steps.
 *
 * @param roots the last steps; empty when the database has no plan for the statement
 * @param remark a sentence to show with the plan; may be empty
 */
public record Plan(String sql, List<PlanNode> roots, String remark) implements Picture {
    /** Copies the steps. */
    public Plan {
        roots = List.copyOf(roots);
    }

    /** Returns all steps, from the last one to those that it builds on. */
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
