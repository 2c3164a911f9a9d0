package ormlab.config;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ormlab.dialect.Engine;
import ormlab.trace.Tracer;

/**
 * A connection whose statements and transactions can be traced.
 *
 * <p>The methods declared here replace those of {@link Connection}. All other calls go to the
 * connection itself, or to a tracing wrapper while the thread is traced.
 */
final class PooledConnection implements InvocationHandler, Transactional {
    private static final Map<Method, Method> REPLACED = replaced();

    private final Connection connection;
    private final Engine engine;
    private final @Nullable Consumer<String> echo;
    private final @Nullable ReplicaReads reads;
    private @Nullable Connection traced;

    private PooledConnection(
            Connection connection,
            Engine engine,
            @Nullable Consumer<String> echo,
            @Nullable ReplicaReads reads) {
        this.connection = connection;
        this.engine = engine;
        this.echo = echo;
        this.reads = reads;
    }

    /**
     * Wraps a connection. {@code echo} receives the text of every statement, and {@code reads}
     * records the commits.
     */
    static Connection of(
            Connection connection,
            Engine engine,
            @Nullable Consumer<String> echo,
            @Nullable ReplicaReads reads) {
        return (Connection)
                Proxy.newProxyInstance(
                        PooledConnection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        new PooledConnection(connection, engine, echo, reads));
    }

    private static Map<Method, Method> replaced() {
        Map<Method, Method> replaced = new HashMap<>();
        for (Class<?> type : new Class<?>[] {Connection.class, Object.class}) {
            for (Method method : type.getMethods()) {
                try {
                    Class<?>[] parameters = method.getParameterTypes();
                    Method own =
                            PooledConnection.class.getDeclaredMethod(method.getName(), parameters);
                    replaced.put(method, own);
                } catch (NoSuchMethodException notReplaced) {
                    // It is a method of the connection itself.
                }
            }
        }
        return replaced;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
        Method own = REPLACED.get(method);
        try {
            Object result = own == null ? method.invoke(target(), args) : own.invoke(this, args);
            return result instanceof Statement statement
                    ? StoppableStatement.of(statement)
                    : result;
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private Connection target() {
        if (echo == null && !Tracer.isOn()) {
            return connection;
        }
        if (traced == null) {
            traced = Tracer.traced(connection, engine, echo);
        }
        return traced;
    }

    public void commit() throws SQLException {
        StoppableStatement.refuseIfStopped("nothing was committed");
        boolean sent = engine.inTransaction(connection);
        if (sent && reads != null) {
            reads.committing();
        }
        connection.commit();
        if (sent && reads != null) {
            reads.committed(connection);
        }
        if (sent) {
            Tracer.border("commit", echo);
        }
    }

    public void rollback() throws SQLException {
        if (rolledBack()) {
            Tracer.border("rollback", echo);
        }
    }

    /** Rolls back, and returns whether there was a transaction to end. */
    private boolean rolledBack() throws SQLException {
        try {
            boolean sent = engine.inTransaction(connection);
            connection.rollback();
            return sent;
        } catch (SQLException refused) {
            // The transaction was lost together with the connection.
            if (connection.isClosed()) {
                return false;
            }
            throw refused;
        }
    }

    /** The pool rolls back as well, but only after a statement was sent. */
    public void close() throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        try {
            rolledBack();
        } finally {
            connection.close();
        }
    }

    @Override
    public void beginWrite() throws SQLException {
        engine.beginWrite(connection);
    }

    @Override
    public boolean hasWritten() throws SQLException {
        return engine.hasWritten(connection);
    }

    public <T> T unwrap(Class<T> type) throws SQLException {
        return type == Transactional.class ? type.cast(this) : connection.unwrap(type);
    }

    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type == Transactional.class || connection.isWrapperFor(type);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other != null
                && Proxy.isProxyClass(other.getClass())
                && Proxy.getInvocationHandler(other) == this;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
