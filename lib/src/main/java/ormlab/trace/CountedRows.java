package ormlab.trace;

import java.lang.reflect.Method;
import java.sql.ResultSet;
import net.ttddyy.dsproxy.ConnectionInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.proxy.ProxyConfig;
import net.ttddyy.dsproxy.proxy.SimpleResultSetProxyLogic;

/** Counts the rows that are read from one result. */
final class CountedRows extends SimpleResultSetProxyLogic {
    private static final ThreadLocal<CountedRows> LATEST = new ThreadLocal<>();
    private long rows;

    CountedRows(ResultSet result, ConnectionInfo connection, ProxyConfig config) {
        super(result, connection, config);
        LATEST.set(this);
    }

    static CountedRows latest() {
        return LATEST.get();
    }

    static void forget() {
        LATEST.remove();
    }

    long rows() {
        return rows;
    }

    @Override
    protected Object performProxyLogic(
            Object proxy, Method method, Object[] args, MethodExecutionContext context)
            throws Throwable {
        Object value = super.performProxyLogic(proxy, method, args, context);
        if (method.getName().equals("next") && Boolean.TRUE.equals(value)) {
            rows++;
        }
        return value;
    }
}
