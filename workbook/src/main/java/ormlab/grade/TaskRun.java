package ormlab.grade;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a grader's tasks on a separate thread with a time limit. */
final class TaskRun implements TestExecutionListener {
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final long BETWEEN_LOOKS_MILLIS = 50;

    /** An answer that keeps this share of the heap has no loop that only computes. */
    private static final double MUCH = 0.5;

    private static final long BETWEEN_INTERRUPTS_MILLIS = 20;

    private static final LauncherConfig ONLY_JUPITER =
            LauncherConfig.builder()
                    .enableTestEngineAutoRegistration(false)
                    .enableTestExecutionListenerAutoRegistration(false)
                    .enableLauncherSessionListenerAutoRegistration(false)
                    .enableLauncherDiscoveryListenerAutoRegistration(false)
                    .enablePostDiscoveryFilterAutoRegistration(false)
                    .addTestEngines(new JupiterTestEngine())
                    .build();

    /** How one task ended: with a grade, or not at all. */
    record Ending(String sentence, boolean reached, @Nullable TaskGrade grade) {}

    /** The thread on which an answer runs. */
    static final class Worker extends Thread {
        Worker(Runnable work, ClassLoader loader) {
            super(work, "grading");
            setDaemon(true);
            setContextClassLoader(loader);
        }
    }

    private final Map<String, Ending> endings = new LinkedHashMap<>();
    private final Duration limit;
    private final Map<String, String> files;
    private @Nullable String broken;
    private boolean closed;
    private boolean stillRunning;

    TaskRun(Duration limit, Map<String, String> files) {
        this.limit = limit;
        this.files = files;
    }

    /** Runs the tasks and returns when they are finished or the time is over. */
    void run(AnswerLoader loader, String graderName, PrintedOutput output)
            throws InterruptedException {
        Worker worker = new Worker(() -> work(loader, graderName, output), loader);
        worker.start();
        try {
            TimeLimit clock = new TimeLimit(worker, limit);
            while (worker.isAlive() && !clock.isOver()) {
                worker.join(BETWEEN_LOOKS_MILLIS);
            }
            if (worker.isAlive() && Memory.keeps(MUCH)) {
                // With a full heap, garbage collection takes nearly all the time, and the error may
                // never come.
                broke(full(worker));
            }
        } catch (OutOfMemoryError onThisThread) {
            OutOfMemoryError full = full(worker);
            loader.end();
            stop(worker);
            broke(full);
        } finally {
            synchronized (this) {
                closed = true;
            }
            loader.end();
            stop(worker);
        }
    }

    /** Returns an error with the place at which the answer is now. */
    private static OutOfMemoryError full(Worker worker) {
        OutOfMemoryError error = new OutOfMemoryError();
        try {
            error.setStackTrace(worker.getStackTrace());
        } catch (OutOfMemoryError again) { // then without the place
            return error;
        }
        return error;
    }

    private void stop(Worker worker) throws InterruptedException {
        long end = System.nanoTime() + GRACE.toNanos();
        while (worker.isAlive() && System.nanoTime() < end) {
            worker.interrupt();
            worker.join(BETWEEN_INTERRUPTS_MILLIS);
        }
        stillRunning = worker.isAlive();
    }

    private void work(AnswerLoader loader, String graderName, PrintedOutput output) {
        output.listen();
        try {
            LauncherDiscoveryRequest request =
                    LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectClass(Class.forName(graderName, false, loader)))
                            .configurationParameter(
                                    "junit.jupiter.testmethod.order.default",
                                    "org.junit.jupiter.api.MethodOrderer$OrderAnnotation")
                            .configurationParameter(
                                    "junit.jupiter.extensions.autodetection.enabled",
                                    String.valueOf(loader.tracing() != null))
                            .enableImplicitConfigurationParameters(false)
                            .build();
            Launcher launcher = LauncherFactory.create(ONLY_JUPITER);
            TestPlan plan = launcher.discover(request);
            plan.getRoots().forEach(root -> plan.getDescendants(root).forEach(this::task));
            launcher.execute(plan, this);
        } catch (Throwable error) { // an OutOfMemoryError, or a grader that cannot be loaded
            broke(error);
        }
    }

    private synchronized void task(TestIdentifier test) {
        if (test.isTest()) {
            endings.put(test.getUniqueId(), new Ending(test.getDisplayName(), false, null));
        }
    }

    private void broke(Throwable error) {
        String words = CrashMessage.text(error, files);
        synchronized (this) {
            if (!closed && broken == null) {
                broken = words;
            }
        }
    }

    @Override
    public synchronized void executionStarted(TestIdentifier test) {
        if (test.isTest() && !closed) {
            endings.put(test.getUniqueId(), new Ending(test.getDisplayName(), true, null));
        }
    }

    /** Words the error here, on the answer's thread: its text may be computed by the answer. */
    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Throwable error = result.getThrowable().orElse(null);
        if (test.isTest()) {
            TaskGrade grade = TaskGrade.of(test.getDisplayName(), error, files);
            ended(test, new Ending(test.getDisplayName(), true, grade));
        } else if (error != null) {
            broke(error);
        }
    }

    private synchronized void ended(TestIdentifier test, Ending ending) {
        if (!closed) {
            endings.put(test.getUniqueId(), ending);
        }
    }

    /** Returns the tasks in order. */
    synchronized List<Ending> endings() {
        return List.copyOf(endings.values());
    }

    /** Returns what kept the tasks from running at all. */
    synchronized Optional<String> broken() {
        return Optional.ofNullable(broken);
    }

    /** Returns whether the answer could not be stopped. */
    boolean stillRunning() {
        return stillRunning;
    }
}
