package ormlab.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import ormlab.trace.Detail;
import ormlab.trace.Plan;
import ormlab.trace.SqlText;
import ormlab.trace.Trace;
import ormlab.trace.TracedStatement;
import ormlab.trace.Tracer;

/** Traces test methods, and checks the annotations of this package. */
public final class StatementChecks implements InvocationInterceptor {
    /** Created by JUnit. */
    public StatementChecks() {}

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation,
            ReflectiveInvocationContext<Method> test,
            ExtensionContext context)
            throws Throwable {
        check(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation,
            ReflectiveInvocationContext<Method> test,
            ExtensionContext context)
            throws Throwable {
        check(invocation, context);
    }

    private static void check(Invocation<@Nullable Void> invocation, ExtensionContext context)
            throws Throwable {
        Optional<NoTableScan> noScan = find(context, NoTableScan.class);
        Detail[] details =
                noScan.isPresent()
                        ? new Detail[] {Detail.CALL_SITES, Detail.PLANS}
                        : new Detail[] {Detail.CALL_SITES};
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        Trace trace =
                Tracer.record(
                        () -> {
                            try {
                                return invocation.proceed();
                            } catch (Throwable failed) {
                                thrown.set(failed);
                                return null;
                            }
                        },
                        details);
        Throwable failed = thrown.get();
        if (failed != null) {
            throw failed;
        }
        List<String> faults = new ArrayList<>();
        find(context, ExpectStatements.class).ifPresent(limit -> count(limit, trace, faults));
        find(context, NoNPlusOne.class).ifPresent(limit -> repeats(limit, trace, faults));
        noScan.ifPresent(limit -> scans(limit, trace, faults));
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("\n", faults) + "\n" + trace.text());
        }
    }

    /** Finds the annotation of the method, which replaces that of its class. */
    private static <A extends Annotation> Optional<A> find(ExtensionContext test, Class<A> type) {
        return AnnotationSupport.findAnnotation(test.getElement(), type)
                .or(() -> AnnotationSupport.findAnnotation(test.getRequiredTestClass(), type));
    }

    private static void count(ExpectStatements limit, Trace trace, List<String> faults) {
        compare(limit.value(), trace.count(), "statement", faults);
        compare(limit.selects(), trace.selects(), "SELECT", faults);
        compare(limit.inserts(), verbs(trace, "insert"), "INSERT", faults);
        compare(limit.updates(), verbs(trace, "update"), "UPDATE", faults);
        compare(limit.deletes(), verbs(trace, "delete"), "DELETE", faults);
    }

    private static int verbs(Trace trace, String verb) {
        return (int)
                trace.statements().stream()
                        .filter(sent -> SqlText.firstWord(sent.sql()).equals(verb))
                        .count();
    }

    private static void compare(int expected, int sent, String what, List<String> faults) {
        if (expected >= 0 && expected != sent) {
            faults.add(
                    "Expected %d %s%s, but %d %s sent:"
                            .formatted(
                                    expected,
                                    what,
                                    expected == 1 ? "" : "s",
                                    sent,
                                    sent == 1 ? "was" : "were"));
        }
    }

    private static void repeats(NoNPlusOne limit, Trace trace, List<String> faults) {
        for (Trace.Repeated group : trace.repeated()) {
            long different =
                    trace.statements().stream()
                            .filter(sent -> sent.isSelect() && sent.sql().equals(group.sql()))
                            .map(TracedStatement::binds)
                            .distinct()
                            .count();
            if (different > limit.most()) {
                faults.add(
                        ("One SELECT was sent %d times with different binds, which looks like an"
                                        + " N+1 problem. Fetch what it loads together with its"
                                        + " owners, with \"join fetch\" or an entity graph:")
                                .formatted(different));
            }
        }
    }

    private static void scans(NoTableScan limit, Trace trace, List<String> faults) {
        Set<String> allowed = Set.of(limit.except());
        for (Plan plan : trace.plans().plans()) {
            for (String table : plan.scannedTables()) {
                if (!allowed.contains(table)) {
                    faults.add(
                            ("Table %s is read from start to end. Add an index for the condition,"
                                            + " or allow it with @NoTableScan(except = \"%s\"):\n%s")
                                    .formatted(table, table, plan.text()));
                }
            }
        }
    }
}
