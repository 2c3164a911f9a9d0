package ormlab.migrate;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;

/** Is a connection whose transaction somebody else ends: to begin, commit or close does nothing. */
final class BorrowedConnection implements InvocationHandler {
    private final Connection connection;
    private boolean rolledBack;

    BorrowedConnection(Connection connection) {
        this.connection = connection;
    }

    Connection asConnection() {
        return (Connection)
                Proxy.newProxyInstance(
                        BorrowedConnection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        this);
    }

    /** Tells whether the borrower gave up. */
    boolean isRolledBack() {
        return rolledBack;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
        switch (method.getName()) {
            case "commit", "close", "setAutoCommit":
                return null;
            case "rollback":
                rolledBack |= args == null;
                return args == null ? null : call(method, args);
            case "getAutoCommit":
                return false;
            case "equals":
                return proxy == args[0];
            default:
                return call(method, args);
        }
    }

    private Object call(Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(connection, args);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
