package ormlab.trace;

import java.lang.reflect.Method;
import java.sql.ResultSet;
import java.util.List;
import net.ttddyy.dsproxy.ConnectionInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.proxy.ProxyConfig;
import net.ttddyy.dsproxy.proxy.SimpleResultSetProxyLogic;
import org.jspecify.annotations.Nullable;

/** Counts the rows that are read from one result. */
final class CountedRows extends SimpleResultSetProxyLogic {
    /** The statement that runs on this thread; its result may be opened only after it was sent. */
    private static final ThreadLocal<Holder> RUNNING = new ThreadLocal<>();

    /** Holds the rows of one statement, once it has any. */
    static final class Holder {
        private final List<@Nullable Plan> plans;
        private @Nullable CountedRows result;

        private Holder(List<@Nullable Plan> plans) {
            this.plans = plans;
        }

        /** Returns the plan of one of the statements, or null if none was read. */
        @Nullable Plan plan(int statement) {
            return statement < plans.size() ? plans.get(statement) : null;
        }

        /** Returns the number of rows read, or the given number if the statement had no result. */
        long rowsOr(long changed) {
            return result == null ? changed : result.rows;
        }
    }

    private long rows;

    CountedRows(ResultSet result, ConnectionInfo connection, ProxyConfig config) {
        super(result, connection, config);
        Holder holder = RUNNING.get();
        if (holder != null && holder.result == null) {
            holder.result = this;
        }
    }

    static void begin(List<@Nullable Plan> plans) {
        RUNNING.set(new Holder(plans));
    }

    static Holder running() {
        return RUNNING.get();
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
