package ormlab.trace;

import java.lang.reflect.InvocationTargetException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import org.jspecify.annotations.Nullable;

/** The values of a statement, which can be bound to another statement. */
public final class Binds {
    private final List<ParameterSetOperation> inOrder;

    private Binds(List<ParameterSetOperation> inOrder) {
        this.inOrder = inOrder;
    }

    static Binds of(List<ParameterSetOperation> binds) {
        return new Binds(
                binds.stream()
                        .sorted(Comparator.comparingInt(bind -> (Integer) bind.getArgs()[0]))
                        .toList());
    }

    /** Binds each value with the method, and so with the type, of the original statement. */
    public void bind(PreparedStatement statement) throws SQLException {
        for (ParameterSetOperation bind : inOrder) {
            try {
                bind.getMethod().invoke(statement, bind.getArgs());
            } catch (InvocationTargetException refused) {
                throw refused.getCause() instanceof SQLException known
                        ? known
                        : new SQLException(refused.getCause());
            } catch (IllegalAccessException hidden) {
                throw new SQLException(hidden);
            }
        }
    }

    int size() {
        return inOrder.size();
    }

    /** Returns the values at some positions, counted from 0, for a shorter statement. */
    Binds at(List<Integer> places) {
        return new Binds(
                places.stream().map(place -> moved(inOrder.get(place), places, place)).toList());
    }

    private static ParameterSetOperation moved(
            ParameterSetOperation bind, List<Integer> places, int place) {
        Object[] moved = bind.getArgs().clone();
        moved[0] = places.indexOf(place) + 1;
        return new ParameterSetOperation(bind.getMethod(), moved);
    }

    /** Returns the value at a position, counted from 0. */
    @Nullable Object value(int place) {
        ParameterSetOperation bind = inOrder.get(place);
        return ParameterSetOperation.isSetNullParameterOperation(bind) ? null : bind.getArgs()[1];
    }
}
