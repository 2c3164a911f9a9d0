package ormlab.trace;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One step of a plan; its children run before it or feed it.
 *
 * @param kind what the step does
 * @param words the database's name for the step, such as {@code Hash Join}
 * @param table the table it reads, or empty
 * @param index the index it uses, or empty
 * @param condition what it searches, filters, joins or sorts by; may be empty
 * @param estimatedRows how many rows the database expects; null if it does not say
 * @param actualRows how many rows the step returned in all its runs; null unless they were counted
 */
public record PlanNode(
        Kind kind,
        String words,
        String table,
        String index,
        String condition,
        @Nullable Long estimatedRows,
        @Nullable Long actualRows,
        List<PlanNode> children) {
    /** What a step does. */
    public enum Kind {
        /** Reads a table from start to end. */
        TABLE_SCAN("scan all of"),
        /** Reads an index from start to end, instead of its table. */
        INDEX_SCAN("scan an index of"),
        /** Finds rows by an index or a primary key. */
        INDEX_SEARCH("search"),
        /** Finds rows in an index that contains all columns the statement needs. */
        COVERING_INDEX("index-only search of"),
        /** Sorts rows in memory or in a file. */
        SORT("sort"),
        /** Collects rows in a temporary b-tree, to sort, group or compare them. */
        TEMP_B_TREE("temporary b-tree"),
        /** Joins its children: for each row of the first, reads the rows of the second. */
        NESTED_LOOP("nested loop"),
        /** Joins its children with a hash table. */
        HASH_JOIN("hash join"),
        /** Joins its children, which are sorted the same way. */
        MERGE_JOIN("merge join"),
        /** Groups or counts rows. */
        AGGREGATE("aggregate"),
        /** Runs a query inside the statement. */
        SUBQUERY("subquery"),
        /** Changes the rows that its children found. */
        WRITE("write to"),
        /** Anything else. */
        OTHER("");

        private final String phrase;

        Kind(String phrase) {
            this.phrase = phrase;
        }
    }

    /** Copies the children. */
    public PlanNode {
        children = List.copyOf(children);
    }

    /** Returns this step and all steps below it. */
    public Stream<PlanNode> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(PlanNode::all));
    }

    /** Returns the step on one line, without estimates, which change with the tables. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(kind == Kind.OTHER ? words : kind.phrase);
        if (!table.isEmpty()) {
            line.append(' ').append(table);
        }
        if (!index.isEmpty()) {
            line.append(" by ").append(index);
        }
        if (!condition.isEmpty()) {
            line.append(": ").append(condition);
        }
        if (actualRows != null) {
            line.append(actualRows == 1 ? " (1 row)" : " (" + actualRows + " rows)");
        }
        return line.toString();
    }
}
