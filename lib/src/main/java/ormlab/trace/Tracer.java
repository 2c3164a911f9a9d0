package ormlab.trace;

import java.sql.Connection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.ttddyy.dsproxy.ConnectionInfo;
import net.ttddyy.dsproxy.proxy.ProxyConfig;
import ormlab.error.OrmlabException;

/**
 * Writes down what the calling thread sends while some code runs.
 *
 * <p>Each thread is traced by itself, so tests that run side by side do not see each other. While
 * nobody traces, connections hand out the driver's own statements: a trace that is off costs one
 * look at a thread-local.
 */
public final class Tracer {
    private static final ThreadLocal<Deque<List<Supplier<Trace.Event>>>> RECORDERS =
            new ThreadLocal<>();

    private Tracer() {}

    /**
     * Runs code and gives back what it sent.
     *
     * @param code what to run; traces may be nested, the outer one sees everything
     * @return the trace
     * @throws RuntimeException what the code throws; a checked exception comes as the cause of an
     *     OrmlabException
     */
    public static Trace record(Callable<?> code) {
        List<Supplier<Trace.Event>> events = new ArrayList<>();
        Deque<List<Supplier<Trace.Event>>> recorders = RECORDERS.get();
        if (recorders == null) {
            recorders = new ArrayDeque<>();
            RECORDERS.set(recorders);
        }
        recorders.push(events);
        try {
            code.call();
            return new Trace(events.stream().map(Supplier::get).toList());
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

    /**
     * Runs code without a result and gives back what it sent.
     *
     * @param code what to run
     * @return the trace
     * @see #record(Callable)
     */
    public static Trace record(Runnable code) {
        return record(Executors.callable(code));
    }

    /**
     * Tells whether the calling thread is being traced.
     *
     * @return true inside {@link #record}
     */
    public static boolean isOn() {
        return RECORDERS.get() != null;
    }

    /**
     * Wraps a connection so that its statements are written down.
     *
     * @param connection the driver's connection
     * @param echo takes the text of each as well; may be null
     * @return a connection whose statements go into the traces that are open when they run
     */
    public static Connection traced(Connection connection, Consumer<String> echo) {
        ProxyConfig proxies = StatementListener.proxies(echo);
        return proxies.getJdbcProxyFactory()
                .createConnection(connection, new ConnectionInfo(), proxies);
    }

    /**
     * Writes down the end of a transaction.
     *
     * @param border {@code "commit"} or {@code "rollback"}
     * @param echo takes its text as well; may be null
     */
    public static void border(String border, Consumer<String> echo) {
        Trace.Event event = new Trace.Event(border, null);
        if (echo != null) {
            echo.accept(event.text());
        }
        write(() -> event);
    }

    /**
     * Keeps an event as a supplier: the rows of a query are read, and counted, after it was sent.
     */
    static void write(Supplier<Trace.Event> event) {
        Deque<List<Supplier<Trace.Event>>> recorders = RECORDERS.get();
        if (recorders != null) {
            recorders.forEach(events -> events.add(event));
        }
    }
}
