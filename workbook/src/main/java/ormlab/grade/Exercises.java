package ormlab.grade;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ormlab.error.OrmlabException;

/**
 * The exercises of a workbook: grades them, shows hints and solutions, and finds the next one.
 *
 * <p>{@code exercises/catalogue} belongs to the workbook. {@code exercises/src/main/java} and
 * {@code exercises/.progress} belong to the reader and are never touched by updates. Safe for use
 * by several threads.
 */
public final class Exercises {
    /**
     * The consent that lets {@link #solution(String, String)} show the solution of an unsolved
     * exercise.
     */
    public static final String CONSENT = "show me";

    /** The consent that lets {@link #answer(String, String, String)} overwrite edits. */
    public static final String OVER = "over";

    private final Path folder;
    private final Catalogue catalogue;
    private final Progress progress;
    private final AnswerFiles files;
    private final Sequels sequels;
    private final Grader grader = new Grader();

    private Exercises(Path folder) {
        this.folder = folder;
        catalogue = Catalogue.in(folder.resolve("catalogue"));
        progress = new Progress(folder.resolve(".progress"));
        files = new AnswerFiles(folder.resolve("src/main/java"), progress);
        sequels =
                new Sequels(
                        catalogue,
                        progress,
                        files,
                        new TeacherComments(folder.resolve("comments")));
    }

    /**
     * Finds the workbook's exercises in the working directory or above.
     *
     * @throws OrmlabException if no folder above has them
     */
    public static Exercises find() {
        return above(Path.of(""));
    }

    /**
     * Finds the workbook's exercises in a folder or above.
     *
     * @throws OrmlabException if neither this folder nor one above has them
     */
    public static Exercises above(Path start) {
        Path begin = start.toAbsolutePath().normalize();
        for (Path at = begin; at != null; at = at.getParent()) {
            for (Path candidate : List.of(at.resolve("exercises"), at)) {
                if (Files.isDirectory(candidate.resolve("catalogue"))) {
                    return new Exercises(candidate);
                }
            }
        }
        throw new OrmlabException(
                "There is no folder 'exercises' in %s or above it. Open the notebook in the workbook's own folder 'notebooks'."
                        .formatted(begin));
    }

    /** Returns the workbook's exercises. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** Returns the grader that {@link #grade(String)} uses. */
    public Grader grader() {
        return grader;
    }

    /** Returns the reader's files for an exercise, whether they exist or not. */
    public List<Path> files(Exercise exercise) {
        return exercise.stub().keySet().stream().map(name -> files.file(exercise, name)).toList();
    }

    /** Creates the missing files from their stubs; existing files stay as they are. */
    public void layOut() {
        catalogue.exercises().forEach(files::layOut);
    }

    /** Creates all files the first time; later only those of this exercise, which is faster. */
    private Exercise laidOut(String id) {
        Exercise exercise = catalogue.get(id);
        if (files.isNew()) {
            layOut();
        }
        files.layOut(exercise);
        return exercise;
    }

    /**
     * Grades the reader's file and stores the verdict.
     *
     * @param id the exercise, as in {@code 02.1}
     * @return the verdict, with what to do next
     * @throws OrmlabException if there is no such exercise
     */
    public Grade grade(String id) {
        Exercise exercise = laidOut(id);
        Answer answer = files.answer(exercise);
        Grade grade = grader.grade(exercise, answer);
        progress.remember(exercise, grade, answer);
        return sequels.after(exercise, grade);
    }

    /**
     * Grades the reader's file, unless the same answer has passed before and nothing that the
     * verdict depends on has changed.
     *
     * @param id the exercise, as in {@code 02.1}
     * @return the verdict, with what to do next
     * @throws OrmlabException if there is no such exercise
     */
    public Grade gradeUnlessPassed(String id) {
        Exercise exercise = laidOut(id);
        if (!progress.hasPassed(exercise, files.answer(exercise))) {
            return grade(id);
        }
        Grade passed = Grader.known(exercise, Verdict.PASSED);
        return sequels.after(exercise, passed.withRemarks(progress.remarks(exercise)));
    }

    /**
     * Returns the next hint; the last one is repeated.
     *
     * @throws OrmlabException if there is no such exercise
     */
    public TitledText hint(String id) {
        Exercise exercise = catalogue.get(id);
        List<String> hints = exercise.hints();
        if (hints.isEmpty()) {
            throw new OrmlabException("Exercise " + exercise.id() + " has no hints.");
        }
        int number = progress.nextHint(exercise, hints.size());
        String last =
                "\nThis was the last hint. solution(\"%s\", \"%s\") shows one way."
                        .formatted(exercise.id(), CONSENT);
        return new TitledText(
                exercise.heading() + ": hint " + number + " of " + hints.size(),
                hints.get(number - 1) + (number < hints.size() ? "" : last));
    }

    /**
     * Shows the reference solution of a solved exercise, as a difference from the reader's answer.
     *
     * @throws OrmlabException if the exercise is not solved, or does not exist
     */
    public Solution solution(String id) {
        return solution(id, "");
    }

    /**
     * Shows the reference solution, as a difference from the reader's answer.
     *
     * @param consent {@value #CONSENT}; with anything else, only a solved exercise is shown
     * @throws OrmlabException if it may not be shown yet, or there is no such exercise
     */
    public Solution solution(String id, String consent) {
        Exercise exercise = laidOut(id);
        if (!progress.isSolved(exercise) && !consent.strip().equalsIgnoreCase(CONSENT)) {
            throw new OrmlabException(
                    ("Exercise %1$s is not solved yet. hint(\"%1$s\") helps; to see a solution"
                                    + " anyway, write solution(\"%1$s\", \"%2$s\").")
                            .formatted(exercise.id(), CONSENT));
        }
        return Solution.of(exercise, files.answer(exercise));
    }

    /**
     * Restores the stub and keeps a copy of the answer.
     *
     * @return a text that says where the copy is
     * @throws OrmlabException if there is no such exercise
     */
    public TitledText reset(String id) {
        Exercise exercise = laidOut(id);
        String file = exercise.shownFile();
        if (files.answer(exercise).isUntouched(exercise)) {
            return new TitledText(
                    exercise.heading() + ": nothing to reset", file + " is unchanged.");
        }
        Path backup = files.reset(exercise, backups());
        return new TitledText(
                exercise.heading() + ": started again",
                "%s is the stub again. Your answer is kept in exercises/%s."
                        .formatted(file, folder.relativize(backup).toString().replace('\\', '/')));
    }

    /**
     * Writes an answer from a notebook's cell into its file and grades it.
     *
     * @param source the whole text of the file
     * @throws OrmlabException if the file has since been edited elsewhere; it is not changed then
     */
    public Grade answer(String id, String source) {
        return answer(id, source, "");
    }

    /**
     * Writes an answer from a notebook's cell into its file and grades it.
     *
     * @param source the whole text of the file
     * @param consent {@value #OVER} to overwrite edits made elsewhere, after copying them; anything
     *     else to keep them
     * @throws OrmlabException if the file has since been edited elsewhere and {@code consent} does
     *     not allow overwriting it
     */
    public Grade answer(String id, String source, String consent) {
        Exercise exercise = laidOut(id);
        if (consent.strip().equalsIgnoreCase(OVER) && files.isEditedElsewhere(exercise, source)) {
            files.reset(exercise, backups());
        }
        files.write(exercise, source);
        return grade(id);
    }

    private Path backups() {
        return folder.resolve(".progress/backup");
    }

    /** Shows which exercises are solved and which is next, from stored verdicts; grades nothing. */
    public Overview progress() {
        layOut();
        return new Overview(catalogue.exercises().stream().map(this::remembered).toList());
    }

    /** Counts the solved exercises, and names the next unsolved one after another one. */
    String summaryAfter(String id) {
        return progress().summary(nextAfter(catalogue.get(id), catalogue.exercises()));
    }

    /**
     * Returns the first unsolved exercise after another one, or before it if there is none.
     *
     * @param exercise an exercise, which itself comes last
     * @param among the exercises to choose from, in order
     */
    public Optional<Exercise> nextAfter(Exercise exercise, Collection<Exercise> among) {
        return sequels.nextAfter(exercise, among);
    }

    private Overview.Line remembered(Exercise exercise) {
        Answer answer = files.answer(exercise);
        Optional<Verdict> verdict = progress.verdictOn(exercise, answer);
        String reason =
                verdict.isPresent() || answer.isUntouched(exercise)
                        ? ""
                        : "changed since it was last graded: grade(\"" + exercise.id() + "\")";
        return new Overview.Line(
                exercise.chapter(),
                exercise.id(),
                exercise.title(),
                verdict.orElse(Verdict.TO_DO),
                reason);
    }
}
