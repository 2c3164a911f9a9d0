package ormlab.dialect.internal.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an error about a table needs to know of the model, since SQLite says so little. */
public record TableFacts(
        String name,
        List<String> columns,
        List<Unique> uniques,
        List<Reference> references,
        List<Check> checks,
        Map<String, Integer> lengths) {

    /** A unique constraint. */
    public record Unique(String name, Set<String> columns) {}

    /** A foreign key from this table. */
    public record Reference(String name, List<String> columns, String target, boolean cascades) {}

    /** A check constraint; the column is empty where it spans several. */
    public record Check(String name, String column) {}
}
