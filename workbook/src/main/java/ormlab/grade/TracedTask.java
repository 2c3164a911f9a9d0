package ormlab.grade;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import ormlab.trace.Detail;
import ormlab.trace.Trace;
import ormlab.trace.Tracer;

/** Traces each task of an answer whose {@link AnswerLoader} asks for the traces. */
public final class TracedTask implements InvocationInterceptor {
    /** Enough for every answer that passes; an endless loop sends more. */
    private static final int MOST_EVENTS = 5000;

    /**
     * Carries a task's error out of the trace, which then has no advice to find. An {@link Error},
     * which nothing on the way wraps.
     */
    private static final class Failed extends Error {
        private static final long serialVersionUID = 1L;

        Failed(Throwable error) {
            super(null, error, false, false);
        }
    }

    /** Created by JUnit. */
    public TracedTask() {}

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> task,
            ReflectiveInvocationContext<Method> test,
            ExtensionContext context)
            throws Throwable {
        var tracing =
                Thread.currentThread().getContextClassLoader() instanceof AnswerLoader answer
                        ? answer.tracing()
                        : null;
        if (tracing == null) {
            task.proceed();
            return;
        }
        boolean[] passed = new boolean[1];
        Trace trace;
        try {
            trace =
                    tracing.detailed()
                            ? Tracer.record(
                                    () -> proceed(task, passed), Detail.CALL_SITES, Detail.PLANS)
                            : Tracer.record(() -> proceed(task, passed), MOST_EVENTS);
        } catch (Failed failed) {
            throw failed.getCause();
        } catch (RuntimeException noAdvice) {
            if (passed[0]) { // for example, because of the answer's own hashCode
                return;
            }
            throw noAdvice;
        }
        tracing.traces().accept(trace);
    }

    private static @Nullable Void proceed(Invocation<@Nullable Void> task, boolean[] passed) {
        try {
            task.proceed();
            passed[0] = true;
            return null;
        } catch (Throwable error) {
            throw new Failed(error);
        }
    }
}
