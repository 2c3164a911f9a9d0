package ormlab.config;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import ormlab.host.Host;

/**
 * A statement that is cancelled when the user of a {@link Host} stops the code that sent it.
 *
 * <p>A host can only interrupt a thread, and no driver checks for interrupts while the database
 * works. So a thread of ours checks for them and cancels the statement.
 */
final class StoppableStatement implements InvocationHandler {
    private static final long LOOK_EVERY_MILLIS = 50;

    /**
     * A statement stays here until it is closed, because SQLite keeps working while rows are read.
     */
    private static final Map<Thread, Statement> OPEN = new ConcurrentHashMap<>();

    private static final AtomicBoolean WATCHED = new AtomicBoolean();

    private final Statement statement;

    private StoppableStatement(Statement statement) {
        this.statement = statement;
    }

    /** Returns the statement itself if there is no host. */
    static Statement of(Statement statement) {
        if (Host.current().isEmpty()) {
            return statement;
        }
        Class<?> type =
                statement instanceof CallableStatement
                        ? CallableStatement.class
                        : statement instanceof PreparedStatement
                                ? PreparedStatement.class
                                : Statement.class;
        return (Statement)
                Proxy.newProxyInstance(
                        StoppableStatement.class.getClassLoader(),
                        new Class<?>[] {type},
                        new StoppableStatement(statement));
    }

    /**
     * Throws if the user has stopped the calling thread's code.
     *
     * @param consequence what does not happen as a result, for the message
     */
    static void refuseIfStopped(String consequence) throws SQLException {
        if (isStopped()) {
            throw new SQLException("The code was interrupted, so " + consequence + ".");
        }
    }

    private static boolean isStopped() {
        Optional<Host> host = Host.current();
        return host.isPresent() && host.get().isStopped();
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
        if (method.getName().equals("close")) {
            OPEN.remove(Thread.currentThread(), statement);
        }
        boolean executes = method.getName().startsWith("execute");
        if (executes) {
            refuseIfStopped("this statement was not sent");
            OPEN.put(Thread.currentThread(), statement);
            watch();
        }
        try {
            return method.invoke(statement, args);
        } catch (InvocationTargetException thrown) {
            throw executes ? explained(thrown.getCause()) : thrown.getCause();
        }
    }

    private static Throwable explained(Throwable thrown) {
        return thrown instanceof SQLException refused && isStopped()
                ? new SQLException(
                        "The code was interrupted, so the database stopped this statement.",
                        refused.getSQLState(),
                        refused.getErrorCode(),
                        refused)
                : thrown;
    }

    private static void watch() {
        if (WATCHED.compareAndSet(false, true)) {
            Thread watcher = new Thread(StoppableStatement::cancelStopped, "ormlab interrupts");
            watcher.setDaemon(true);
            watcher.start();
        }
    }

    private static void cancelStopped() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
                OPEN.keySet().removeIf(thread -> !thread.isAlive());
                for (Map.Entry<Thread, Statement> open : OPEN.entrySet()) {
                    if (open.getKey().isInterrupted()) {
                        cancel(open.getValue());
                    }
                }
            }
        } catch (InterruptedException ended) {
            WATCHED.set(false);
        }
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException closed) {
            // The statement has just finished.
        }
    }
}
