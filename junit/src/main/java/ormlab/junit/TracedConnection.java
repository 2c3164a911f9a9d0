package ormlab.junit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ormlab.dialect.Engine;
import ormlab.trace.Plan;
import ormlab.trace.PlanReader;
import ormlab.trace.Tracer;

/** A connection whose statements are traced while a trace is open. */
final class TracedConnection implements InvocationHandler {
    private static final PlanReader NO_PLANS =
            (connection, sql, binds, actualRows) ->
                    new Plan(sql, List.of(), "Plans are read on SQLite and PostgreSQL only.");

    private final Connection connection;
    private final PlanReader plans;
    private @Nullable Connection traced;

    private TracedConnection(Connection connection, PlanReader plans) {
        this.connection = connection;
        this.plans = plans;
    }

    static Connection of(Connection connection) throws SQLException {
        String url = connection.getMetaData().getURL();
        PlanReader plans = Engine.find(url).map(PlanReader.class::cast).orElse(NO_PLANS);
        return (Connection)
                Proxy.newProxyInstance(
                        TracedConnection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        new TracedConnection(connection, plans));
    }

    Connection connection() {
        return connection;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args)
            throws Throwable {
        if (method.getName().equals("equals") && args != null) {
            return proxy == args[0];
        }
        try {
            Object result = method.invoke(target(), args);
            boolean ends = method.getName().equals("commit") || method.getName().equals("rollback");
            if (ends && args == null) {
                Tracer.border(method.getName(), null);
            }
            return result;
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private Connection target() {
        if (!Tracer.isOn()) {
            return connection;
        }
        if (traced == null) {
            traced = Tracer.traced(connection, plans, null);
        }
        return traced;
    }
}
