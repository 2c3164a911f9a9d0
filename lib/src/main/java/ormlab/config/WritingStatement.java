package ormlab.config;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.Statement;
import ormlab.trace.SqlText;

/** Begins SQLite's write transaction before a statement that needs one is executed. */
final class WritingStatement implements InvocationHandler {
    private final Statement statement;
    private final boolean prepared;
    private final SqliteTransaction transaction;

    private WritingStatement(Statement statement, boolean prepared, SqliteTransaction transaction) {
        this.statement = statement;
        this.prepared = prepared;
        this.transaction = transaction;
    }

    static Statement of(Statement statement, String sql, SqliteTransaction transaction) {
        Class<?> type =
                statement instanceof CallableStatement
                        ? CallableStatement.class
                        : statement instanceof PreparedStatement
                                ? PreparedStatement.class
                                : Statement.class;
        return (Statement)
                Proxy.newProxyInstance(
                        WritingStatement.class.getClassLoader(),
                        new Class<?>[] {type},
                        new WritingStatement(statement, sql != null, transaction));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
        String name = method.getName();
        if (name.startsWith("execute") && writes(args)) {
            transaction.beforeStatement();
        }
        if (name.equals("equals")) {
            return proxy == args[0];
        }
        return PooledConnection.call(statement, method, args);
    }

    /**
     * A prepared statement gets here only when it writes; the others bring their SQL along, or a
     * batch.
     */
    private boolean writes(Object[] args) {
        return prepared
                || transaction.isExclusive()
                || args == null
                || !(args[0] instanceof String sql)
                || !SqlText.isQuery(sql);
    }
}
