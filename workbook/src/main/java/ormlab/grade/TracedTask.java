package ormlab.grade;

import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import ormlab.trace.Detail;
import ormlab.trace.Trace;
import ormlab.trace.Tracer;

/** Traces each task of an answer whose {@link AnswerLoader} asks for the traces. */
public final class TracedTask implements InvocationInterceptor {
    /** Created by JUnit. */
    public TracedTask() {}

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> task,
            ReflectiveInvocationContext<Method> test,
            ExtensionContext context)
            throws Throwable {
        var traces =
                Thread.currentThread().getContextClassLoader() instanceof AnswerLoader answer
                        ? answer.traces()
                        : null;
        if (traces == null) {
            task.proceed();
            return;
        }
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        Trace trace =
                Tracer.record(
                        () -> {
                            try {
                                return task.proceed();
                            } catch (Throwable failed) {
                                thrown.set(failed);
                                return null;
                            }
                        },
                        Detail.CALL_SITES,
                        Detail.PLANS);
        Throwable failed = thrown.get();
        if (failed != null) {
            throw failed;
        }
        traces.accept(trace);
    }
}
