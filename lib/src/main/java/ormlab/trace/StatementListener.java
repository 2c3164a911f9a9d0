package ormlab.trace;

import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.NanoTimeStopwatchFactory;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.proxy.ProxyConfig;
import org.jspecify.annotations.Nullable;

/** Turns what datasource-proxy reports into events of a trace. */
final class StatementListener implements QueryExecutionListener {
    /** The proxies without an echo; connections to one kind of database share them. */
    private static final Map<PlanReader, ProxyConfig> SILENT = new ConcurrentHashMap<>();

    private final PlanReader plans;
    private final @Nullable Consumer<String> echo;

    private StatementListener(PlanReader plans, @Nullable Consumer<String> echo) {
        this.plans = plans;
        this.echo = echo;
    }

    /** Returns the configuration of proxies, with or without an echo. */
    static ProxyConfig proxies(PlanReader plans, @Nullable Consumer<String> echo) {
        return echo == null
                ? SILENT.computeIfAbsent(plans, reader -> build(reader, null))
                : build(plans, echo);
    }

    private static ProxyConfig build(PlanReader plans, @Nullable Consumer<String> echo) {
        return ProxyConfig.Builder.create()
                .queryListener(new StatementListener(plans, echo))
                .resultSetProxyLogicFactory(CountedRows::new)
                .stopwatchFactory(new NanoTimeStopwatchFactory())
                .build();
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        List<@Nullable Plan> planned = new ArrayList<>();
        if (Tracer.records(Detail.PLANS) || Tracer.records(Detail.ACTUAL_ROWS)) {
            queries.forEach(query -> planned.add(plan(execution, query)));
        }
        CountedRows.begin(planned);
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        CountedRows.Holder rows = CountedRows.running();
        long changed = changed(execution.getResult());
        long nanos = TimeUnit.NANOSECONDS.toNanos(execution.getElapsedTime());
        @Nullable String failure =
                execution.getThrowable() == null ? null : firstLine(execution.getThrowable());
        @Nullable String loading = Loading.take();
        @Nullable CallSite site =
                Tracer.records(Detail.CALL_SITES) ? CallSite.current().orElse(null) : null;
        for (int i = 0; i < queries.size(); i++) {
            QueryInfo query = queries.get(i);
            @Nullable Plan plan = rows.plan(i);
            List<List<@Nullable Object>> binds =
                    query.getParametersList().stream().map(StatementListener::values).toList();
            LongFunction<TracedStatement> statement =
                    n ->
                            new TracedStatement(
                                    query.getQuery(),
                                    binds,
                                    n,
                                    nanos,
                                    failure,
                                    loading,
                                    site,
                                    plan);
            if (echo != null) {
                echo.accept(statement.apply(changed).echo());
            }
            Tracer.write(() -> new Trace.Event(null, statement.apply(rows.rowsOr(changed))));
        }
    }

    /** Reads the plan before the statement runs, because its rows may have changed afterwards. */
    private Plan plan(ExecutionInfo execution, QueryInfo query) {
        String sql = query.getQuery();
        List<List<ParameterSetOperation>> binds = query.getParametersList();
        return PlanOnConnection.read(
                plans, execution.getStatement(), sql, binds.isEmpty() ? List.of() : binds.get(0));
    }

    private static long changed(@Nullable Object result) {
        if (result instanceof Number count) {
            return count.longValue();
        }
        if (result instanceof int[] counts) {
            long sum = 0;
            for (int count : counts) {
                // PostgreSQL's driver combines the rows of a batch, and then does not report their
                // counts.
                sum += count == Statement.SUCCESS_NO_INFO ? 1 : Math.max(0, count);
            }
            return sum;
        }
        return -1;
    }

    /** Returns the binds in order; setNull is a null, not the type code that it is called with. */
    private static List<@Nullable Object> values(List<ParameterSetOperation> operations) {
        List<ParameterSetOperation> inOrder = new ArrayList<>(operations);
        inOrder.sort(Comparator.comparingInt(op -> (Integer) op.getArgs()[0]));
        List<@Nullable Object> values = new ArrayList<>();
        for (ParameterSetOperation operation : inOrder) {
            values.add(
                    ParameterSetOperation.isSetNullParameterOperation(operation)
                            ? null
                            : operation.getArgs()[1]);
        }
        return values;
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
