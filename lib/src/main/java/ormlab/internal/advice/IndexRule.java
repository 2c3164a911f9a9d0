package ormlab.internal.advice;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;
import ormlab.trace.Advice;
import ormlab.trace.Plan;
import ormlab.trace.ScannedColumn;
import ormlab.trace.TracedStatement;

/** Finds large tables that were read from start to end although few rows were needed. */
final class IndexRule implements Rule {
    /** The rows looked for were at most one in this many of the table's. */
    private static final int FEW = 20;

    @Override
    public List<Advice> advise(Notes notes) {
        Map<List<Object>, Advice> byColumn = new LinkedHashMap<>();
        for (int place = 0; place < notes.size(); place++) {
            TracedStatement sent = notes.statement(place);
            Plan plan = sent == null ? null : sent.plan();
            if (plan != null) {
                for (String table : plan.scannedTables()) {
                    Advice advice = advice(of(plan, table), factory(notes, place));
                    if (advice != null) {
                        byColumn.putIfAbsent(
                                List.of(advice.kind(), advice.where()), advice.at(sent));
                    }
                }
            }
        }
        return List.copyOf(byColumn.values());
    }

    private static @Nullable SessionFactoryImplementor factory(Notes notes, int place) {
        Fact.Sending sending = notes.fact(place - 1, Fact.Sending.class);
        return sending != null && sending.session() instanceof SessionImplementor session
                ? session.getFactory()
                : null;
    }

    private static List<ScannedColumn> of(Plan plan, String table) {
        return plan.scannedFor().stream()
                .filter(column -> column.table().equals(table))
                .sorted(Comparator.comparing(ScannedColumn::found))
                .toList();
    }

    private static @Nullable Advice advice(
            List<ScannedColumn> columns, @Nullable SessionFactoryImplementor factory) {
        for (ScannedColumn column : columns) {
            if (!column.indexed() && column.found() * FEW <= column.rows()) {
                return missingIndex(column, factory);
            }
        }
        return columns.stream()
                .filter(column -> column.pattern() != null)
                .findFirst()
                .map(IndexRule::leadingWildcard)
                .orElse(null);
    }

    private static Advice missingIndex(
            ScannedColumn column, @Nullable SessionFactoryImplementor factory) {
        return new Advice(
                Advice.Kind.MISSING_INDEX,
                label(column),
                "The database read all %s rows of %s to find %s by %s."
                        .formatted(
                                column.rows(),
                                column.table(),
                                column.found() == 0 ? "none" : column.found(),
                                column.column()),
                IndexLine.of(factory, column));
    }

    private static Advice leadingWildcard(ScannedColumn column) {
        return new Advice(
                Advice.Kind.LEADING_WILDCARD,
                label(column),
                "The database read all %s rows of %s, because %s like '%s' may match anywhere."
                        .formatted(
                                column.rows(), column.table(), column.column(), column.pattern()),
                "Search with a text index: pg_trgm or a tsvector on PostgreSQL, FTS5 on SQLite.");
    }

    private static String label(ScannedColumn column) {
        return column.table() + "." + column.column();
    }
}
