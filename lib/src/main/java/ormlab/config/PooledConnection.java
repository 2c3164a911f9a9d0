package ormlab.config;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import ormlab.trace.SqlText;
import ormlab.trace.Tracer;

/**
 * Stands between Hibernate and a connection of the pool: the one place where statements are traced
 * and where SQLite's transactions begin.
 */
final class PooledConnection implements InvocationHandler {
    private final Connection connection;
    private final SqliteTransaction sqlite;
    private final Consumer<String> echo;
    private Connection traced;
    private boolean closed;

    private PooledConnection(
            Connection connection, SqliteTransaction sqlite, Consumer<String> echo) {
        this.echo = echo;
        this.connection = connection;
        this.sqlite = sqlite;
    }

    /** Wraps a connection; {@code sqlite} is null on other databases, {@code echo} without one. */
    static Connection of(Connection connection, SqliteTransaction sqlite, Consumer<String> echo) {
        return (Connection)
                Proxy.newProxyInstance(
                        PooledConnection.class.getClassLoader(),
                        new Class<?>[] {Connection.class, Transactional.class},
                        new PooledConnection(connection, sqlite, echo));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
        switch (method.getName()) {
            case "prepareStatement", "prepareCall" -> {
                return prepared((String) args[0], method, args);
            }
            case "createStatement" -> {
                return guarded((Statement) call(target(), method, args));
            }
            case "commit", "rollback" -> {
                return end(method, args);
            }
            case "beginWrite" -> {
                if (sqlite != null) {
                    sqlite.beginWrite();
                }
                return null;
            }
            case "hasWritten" -> {
                return sqlite == null
                        ? PostgresConnections.hasWritten(connection)
                        : sqlite.isOpen();
            }
            case "close" -> {
                return close();
            }
            case "getAutoCommit", "setAutoCommit", "setSavepoint" -> {
                return sqlite == null
                        ? call(connection, method, args)
                        : sqlite.handle(method, args);
            }
            case "unwrap" -> {
                return args[0] == Transactional.class ? proxy : call(connection, method, args);
            }
            case "isWrapperFor" -> {
                return args[0] == Transactional.class || (boolean) call(connection, method, args);
            }
            case "equals" -> {
                return proxy == args[0];
            }
            case "hashCode" -> {
                return System.identityHashCode(proxy);
            }
            default -> {
                return call(connection, method, args);
            }
        }
    }

    private Object prepared(String sql, Method method, Object[] args) throws Throwable {
        PreparedStatement statement = (PreparedStatement) call(target(), method, args);
        return runsByItself(sql)
                ? statement
                : new GuardedPreparedStatement(statement, none -> sqlite.beforeStatement());
    }

    private Statement guarded(Statement statement) {
        return sqlite == null
                ? statement
                : new GuardedStatement<>(
                        statement,
                        sql -> {
                            if (!runsByItself(sql)) {
                                sqlite.beforeStatement();
                            }
                        });
    }

    /** Tells whether a statement needs no transaction of SQLite's; null is a batch, which does. */
    private boolean runsByItself(String sql) {
        return sqlite == null || (sql != null && SqlText.isQuery(sql) && !sqlite.isExclusive());
    }

    private Connection target() {
        if (echo == null && !Tracer.isOn()) {
            return connection;
        }
        if (traced == null) {
            traced = Tracer.traced(connection, echo);
        }
        return traced;
    }

    private Object end(Method method, Object[] args) throws Throwable {
        boolean whole = args == null; // rollback(Savepoint) ends nothing
        boolean sent = sqlite == null || sqlite.isOpen();
        if (whole && sqlite != null) {
            sqlite.end(method.getName());
        } else {
            call(connection, method, args);
        }
        if (whole && sent) {
            Tracer.border(method.getName(), echo);
        }
        return null;
    }

    private Object close() throws SQLException {
        if (closed) {
            return null;
        }
        closed = true;
        try {
            if (sqlite != null) {
                sqlite.end("rollback");
            }
        } finally {
            connection.close();
        }
        return null;
    }

    static Object call(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
