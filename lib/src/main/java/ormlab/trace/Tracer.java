package ormlab.trace;

import java.sql.Connection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.ttddyy.dsproxy.ConnectionInfo;
import net.ttddyy.dsproxy.proxy.ProxyConfig;
import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;

/**
 * Records what the calling thread sends while some code runs.
 *
 * <p>Each thread is traced separately, so tests that run in parallel do not see each other. Without
 * a trace, connections return the driver's own statements, so tracing then costs only one
 * thread-local lookup.
 */
public final class Tracer {
    private static final ThreadLocal<Deque<Recording>> RECORDERS = new ThreadLocal<>();

    private static final ThreadLocal<Set<Detail>> DETAILS = new ThreadLocal<>();

    private Tracer() {}

    /**
     * Runs code and returns what it sent. Traces may be nested; the outer one sees everything.
     *
     * @throws RuntimeException if the code throws one; a checked exception becomes the cause of an
     *     OrmlabException
     */
    public static Trace record(Callable<?> code) {
        return record(code, Integer.MAX_VALUE);
    }

    /**
     * Runs code and returns the first part of what it sent, so that even the trace of an endless
     * loop fits into memory.
     *
     * @param most the number of events after which nothing more is recorded
     */
    public static Trace record(Callable<?> code, int most) {
        Recording recording = new Recording(most);
        Deque<Recording> recorders = RECORDERS.get();
        if (recorders == null) {
            recorders = new ArrayDeque<>();
            RECORDERS.set(recorders);
        }
        recorders.push(recording);
        try {
            return recording.trace(code.call());
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception checked) {
            throw new OrmlabException("The traced code failed: " + checked.getMessage(), checked);
        } finally {
            recorders.pop();
            if (recorders.isEmpty()) {
                RECORDERS.remove();
            }
        }
    }

    /** Runs code without a result, as {@link #record(Callable)} does. */
    public static Trace record(Runnable code) {
        return record(Executors.callable(code));
    }

    /**
     * Runs code and returns what it sent, with details of each statement.
     *
     * @param details what to record in addition
     */
    public static Trace record(Callable<?> code, Detail... details) {
        Set<Detail> before = DETAILS.get();
        Set<Detail> wanted = before == null ? EnumSet.noneOf(Detail.class) : EnumSet.copyOf(before);
        wanted.addAll(Set.of(details));
        DETAILS.set(wanted);
        try {
            return record(code);
        } finally {
            if (before == null) {
                DETAILS.remove();
            } else {
                DETAILS.set(before);
            }
        }
    }

    /** Returns whether an open trace of the calling thread records a detail. */
    static boolean records(Detail detail) {
        Set<Detail> wanted = DETAILS.get();
        return wanted != null && wanted.contains(detail);
    }

    /** Returns whether the calling thread is being traced. */
    public static boolean isOn() {
        return RECORDERS.get() != null;
    }

    /**
     * Wraps a connection so that its statements go into the traces that are open when they run.
     *
     * @param plans reads the plans of the connection's database
     * @param echo also receives the text of each statement
     */
    public static Connection traced(
            Connection connection, PlanReader plans, @Nullable Consumer<String> echo) {
        ProxyConfig proxies = StatementListener.proxies(plans, echo);
        return proxies.getJdbcProxyFactory()
                .createConnection(connection, new ConnectionInfo(), proxies);
    }

    /**
     * Records the end of a transaction.
     *
     * @param border {@code "commit"} or {@code "rollback"}
     * @param echo also receives its text
     */
    public static void border(String border, @Nullable Consumer<String> echo) {
        Trace.Event event = new Trace.Event(border, null);
        if (echo != null) {
            echo.accept(event.written(SqlForm.TEXT));
        }
        write(() -> event);
    }

    /**
     * Records a fact among the events of the open traces, for an advisor to turn into advice. Does
     * nothing without a trace; check {@link #isOn()} first if creating the fact is expensive.
     */
    public static void note(Object fact, Advisor advisor) {
        Deque<Recording> recorders = RECORDERS.get();
        if (recorders != null) {
            recorders.forEach(recording -> recording.note(fact, advisor));
        }
    }

    /**
     * Keeps an event as a supplier, because a query's rows are read and counted after it was sent.
     */
    static void write(Supplier<Trace.Event> event) {
        Deque<Recording> recorders = RECORDERS.get();
        if (recorders != null) {
            recorders.forEach(recording -> recording.write(event));
        }
    }
}
