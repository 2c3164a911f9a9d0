package ormlab.migrate.history;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** A connection whose transaction belongs to the caller, so begin, commit and close do nothing. */
public final class BorrowedConnection implements InvocationHandler {
    private final Connection connection;
    private boolean rolledBack;

    /** Lends a connection. */
    public BorrowedConnection(Connection connection) {
        this.connection = connection;
    }

    /** Returns the connection for the borrower, who cannot end the transaction. */
    public Connection asConnection() {
        return (Connection)
                Proxy.newProxyInstance(
                        BorrowedConnection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        this);
    }

    /** Returns whether the borrower rolled back. */
    public boolean isRolledBack() {
        return rolledBack;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args)
            throws Throwable {
        switch (method.getName()) {
            case "commit", "close", "setAutoCommit":
                return null;
            case "rollback":
                rolledBack |= args == null;
                return args == null ? null : call(method, args);
            case "getAutoCommit":
                return false;
            case "equals":
                return args != null && proxy == args[0];
            default:
                return call(method, args);
        }
    }

    private @Nullable Object call(Method method, Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(connection, args);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
