package ormlab.grade;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;
import ormlab.trace.Trace;

/**
 * Grades answers, for both the notebook and the build. Safe for use by several threads.
 *
 * <p>An answer is compiled together with its grader, a JUnit test, and runs in its own class loader
 * and on its own thread. It leaves nothing behind.
 */
public final class Grader {
    /** How long an answer may compute, for all its tasks together, and how long it may wait. */
    public static final Duration LIMIT = Duration.ofSeconds(10);

    private static final int MOST_ERRORS = 3;

    private final Duration limit;
    private final Supplier<String> databases;
    private final @Nullable Consumer<Trace> traces;

    /** Creates a grader with the default time limit. */
    public Grader() {
        this(LIMIT);
    }

    /**
     * Creates a grader.
     *
     * @param limit how long an answer may compute, for all its tasks together, and how long it may
     *     wait
     */
    public Grader(Duration limit) {
        this(limit, () -> FreshDatabase.IN_MEMORY, null);
    }

    private Grader(Duration limit, Supplier<String> databases, @Nullable Consumer<Trace> traces) {
        this.limit = limit;
        this.databases = databases;
        this.traces = traces;
    }

    /**
     * Returns a grader whose tasks get other databases from {@link FreshDatabase}.
     *
     * @param addresses returns the URL of an empty database, a different one each time
     */
    public Grader on(Supplier<String> addresses) {
        return new Grader(limit, addresses, traces);
    }

    /**
     * Returns a grader that also traces each task, with call sites and plans. An endless loop that
     * sends statements fills the memory, so use it for answers that are known to be right.
     *
     * @param traces gets the trace of each task that passes, on the thread that grades
     */
    public Grader traced(Consumer<Trace> traces) {
        return new Grader(limit, databases, traces);
    }

    /**
     * Grades an answer.
     *
     * @param answer what the reader wrote for the exercise
     * @throws OrmlabException if the exercise has no grader
     */
    public Grade grade(Exercise exercise, Answer answer) {
        if (!Files.isRegularFile(exercise.graderFile())) {
            throw new OrmlabException(
                    "Exercise %s has no grader: there is no file %s."
                            .formatted(exercise.id(), exercise.graderFile()));
        }
        Optional<String> odd = answer.formProblem(exercise);
        if (odd.isPresent()) {
            return notCompiled(exercise, odd.get());
        }
        boolean untouched = answer.files().equals(exercise.stub());
        // Nothing is written yet, so nothing needs to be compiled or run.
        return untouched ? known(exercise, Verdict.TO_DO) : withRemarks(exercise, answer);
    }

    private Grade withRemarks(Exercise exercise, Answer answer) {
        if (traces == null && !Files.isDirectory(exercise.solutionFolder())) {
            return tried(exercise, answer, null);
        }
        List<Cost> costs = Collections.synchronizedList(new ArrayList<>());
        Grade grade = tried(exercise, answer, tracing(costs));
        return grade.verdict() == Verdict.PASSED
                ? grade.withRemarks(
                        Remarks.on(costs, () -> SolutionCosts.of(exercise, this::costs)))
                : grade;
    }

    private AnswerLoader.Tracing tracing(List<Cost> costs) {
        return new AnswerLoader.Tracing(
                trace -> {
                    costs.add(Cost.of(trace));
                    if (traces != null) {
                        traces.accept(trace);
                    }
                },
                traces != null);
    }

    private List<Cost> costs(Exercise exercise, Answer solution) {
        List<Cost> costs = Collections.synchronizedList(new ArrayList<>());
        Grader untraced = new Grader(limit, databases, null);
        untraced.tried(exercise, solution, untraced.tracing(costs));
        return costs;
    }

    /** Returns a grade with the same verdict for the exercise and for each task. */
    static Grade known(Exercise exercise, Verdict verdict) {
        List<TaskGrade> tasks =
                TaskSentences.in(TextFiles.text(exercise.graderFile())).stream()
                        .map(sentence -> new TaskGrade(sentence, verdict, ""))
                        .toList();
        return grade(exercise, verdict, tasks, "", "");
    }

    private Grade tried(Exercise exercise, Answer answer, AnswerLoader.@Nullable Tracing tracing) {
        Map<String, String> sources = new TreeMap<>();
        Map<String, String> texts = new TreeMap<>();
        answer.files()
                .forEach(
                        (name, text) ->
                                (name.endsWith(".java") ? sources : texts)
                                        .put(exercise.chapter() + "/" + name, text));
        // Compiled first without the grader, so that it cannot refer to the grader's classes.
        Compilation own = Compilation.of(sources, answer.elsewhere(), Map.of());
        if (!own.errors().isEmpty()) {
            return notCompiled(exercise, refused(own.errors()));
        }
        Optional<String> strange = strangeClass(exercise, own.classes().keySet());
        if (strange.isPresent()) {
            return notCompiled(exercise, strange.get());
        }
        Optional<String> refused = ApiCheck.refusal(own.classes(), answer.files());
        if (refused.isPresent()) {
            return grade(exercise, Verdict.NOT_RUN, List.of(), refused.get(), "");
        }
        Compilation tasks = CompiledGraders.of(exercise, own.classes());
        Optional<String> hiding = HiddenNames.in(exercise, own.classes().keySet(), tasks.classes());
        if (hiding.isPresent()) {
            return notCompiled(exercise, hiding.get());
        }
        if (!tasks.errors().isEmpty()) {
            return notCompiled(exercise, misfit(tasks.errors().get(0)));
        }
        Optional<String> same =
                own.classes().keySet().stream().filter(tasks.classes()::containsKey).findFirst();
        if (same.isPresent()) {
            return notCompiled(exercise, ofGrader(same.get()));
        }
        Map<String, byte[]> classes = new TreeMap<>(own.classes());
        classes.putAll(tasks.classes());
        return run(exercise, answer, new AnswerLoader(classes, texts, databases, tracing));
    }

    /** Returns the message for an answer that declares a class it must not declare, or empty. */
    private static Optional<String> strangeClass(Exercise exercise, Set<String> names) {
        for (String name : names) {
            if (!name.startsWith(exercise.chapter() + ".")) {
                return Optional.of(
                        "The class %s is not in the package %s. Begin each file with \"package %2$s;\"."
                                .formatted(name, exercise.chapter()));
            }
            String file = name.replace('.', '/').replaceFirst("\\$.*", "") + ".java";
            if (exercise.graderSources().stream()
                    .anyMatch(folder -> Files.exists(folder.resolve(file)))) {
                return Optional.of(ofGrader(name));
            }
        }
        return Optional.empty();
    }

    private static String ofGrader(String name) {
        return "The class %s belongs to the grader. Give yours another name.".formatted(name);
    }

    private static Grade notCompiled(Exercise exercise, String why) {
        return grade(exercise, Verdict.DOES_NOT_COMPILE, List.of(), why, "");
    }

    private Grade run(Exercise exercise, Answer answer, AnswerLoader loader) {
        TaskRun run = new TaskRun(limit, answer.files());
        ProcessSettings.keep();
        try (PrintedOutput output = PrintedOutput.begin()) {
            run.run(loader, exercise.graderName(), output);
            return verdict(exercise, answer, run, output.text());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OrmlabException("The grading was interrupted; grade again.", e);
        } finally {
            ProcessSettings.putBack();
        }
    }

    private Grade verdict(Exercise exercise, Answer answer, TaskRun run, String output) {
        boolean untouched = answer.isUntouched(exercise);
        String problem = run.broken().orElse("");
        List<TaskGrade> tasks = new ArrayList<>();
        for (TaskRun.Ending ending : run.endings()) {
            // An error that broke the run, such as an OutOfMemoryError, came from the task that was
            // running.
            boolean broke = ending.reached() && ending.grade() == null && !problem.isEmpty();
            TaskGrade task =
                    broke
                            ? new TaskGrade(ending.sentence(), Verdict.CRASHED, problem)
                            : TaskGrade.of(ending, timeOver(run));
            problem = broke ? "" : problem;
            tasks.add(untouched ? new TaskGrade(ending.sentence(), Verdict.TO_DO, "") : task);
        }
        Verdict whole = problem.isEmpty() ? TaskGrade.onAll(tasks) : Verdict.CRASHED;
        return grade(exercise, whole, tasks, problem, output);
    }

    private String timeOver(TaskRun run) {
        String words =
                ("It did not finish within %d seconds: probably a loop whose condition never"
                                + " becomes false, or a wait for something that never happens.")
                        .formatted(limit.toSeconds());
        return run.stillRunning()
                ? words + " It is still running; restart the kernel to stop it."
                : words;
    }

    private static String misfit(CompileError error) {
        return "The tasks use a name or type that the answer does not have. Keep the names and"
                + " types of the stub.\n"
                + error.message().strip();
    }

    /** Shows only the first errors, because later ones are often their consequences. */
    private static String refused(List<CompileError> errors) {
        String text =
                errors.stream()
                        .limit(MOST_ERRORS)
                        .map(CompileError::text)
                        .collect(Collectors.joining("\n\n"));
        int more = errors.size() - MOST_ERRORS;
        return more > 0 ? text + "\n\nand " + more + " more; fix the first one first." : text;
    }

    private static Grade grade(
            Exercise exercise,
            Verdict verdict,
            List<TaskGrade> tasks,
            String problem,
            String output) {
        return new Grade(
                exercise.id(),
                exercise.title(),
                exercise.shownFile(),
                verdict,
                tasks,
                problem,
                output,
                List.of(),
                Grade.Sequel.NONE);
    }
}
