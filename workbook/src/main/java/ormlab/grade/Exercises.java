package ormlab.grade;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ormlab.error.OrmlabException;

/**
 * Is a workbook's exercises: grades them, gives hints, shows solutions, and knows what is next.
 *
 * <p>Pristine and working copies are apart. {@code exercises/catalogue} comes with the workbook;
 * {@code exercises/src/main/java} and {@code exercises/.progress} are the reader's and no update
 * touches them. Safe for use by several threads.
 */
public final class Exercises {
    /** What {@link #solution(String, String)} wants to hear from who has not passed. */
    public static final String CONSENT = "show me";

    /** What {@link #answer(String, String, String)} wants to hear before it writes over edits. */
    public static final String OVER = "over";

    private final Path folder;
    private final Catalogue catalogue;
    private final Progress progress;
    private final Sources sources;
    private final Grader grader;

    private Exercises(Path folder) {
        this.folder = folder;
        catalogue = Catalogue.in(folder.resolve("catalogue"));
        progress = new Progress(folder.resolve(".progress"));
        sources = new Sources(folder.resolve("src/main/java"), progress);
        grader = new Grader();
    }

    /**
     * Finds the workbook's exercises, from the working directory upwards.
     *
     * @return the exercises
     * @throws OrmlabException when no folder above has them
     */
    public static Exercises find() {
        return above(Path.of(System.getProperty("user.dir")));
    }

    /**
     * Finds the workbook's exercises from a folder upwards.
     *
     * @param start the folder to begin with
     * @return the exercises
     * @throws OrmlabException when neither this folder nor one above has them
     */
    public static Exercises above(Path start) {
        for (Path at = start.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            for (Path candidate : List.of(at.resolve("exercises"), at)) {
                if (Files.isDirectory(candidate.resolve("catalogue"))) {
                    return new Exercises(candidate);
                }
            }
        }
        throw new OrmlabException(
                "There is no folder 'exercises' in "
                        + start.toAbsolutePath().normalize()
                        + " or above it. Open the notebook in the workbook's own folder 'notebooks'.");
    }

    /**
     * Gives the catalogue.
     *
     * @return what the workbook brings
     */
    public Catalogue catalogue() {
        return catalogue;
    }

    /**
     * Gives the engine.
     *
     * @return the grader that {@link #grade(String)} uses
     */
    public Grader grader() {
        return grader;
    }

    /**
     * Names the file that a reader edits, as a reader knows it.
     *
     * @param exercise the exercise
     * @return the path below the workbook's folder, with slashes
     */
    public static String shown(Exercise exercise) {
        return Sources.shown(exercise);
    }

    /**
     * Lists the files that belong to an answer.
     *
     * @param exercise the exercise
     * @return the reader's files, whether they are there or not
     */
    public List<Path> files(Exercise exercise) {
        return exercise.stub().keySet().stream().map(name -> sources.file(exercise, name)).toList();
    }

    /** Lays out each file that is missing; what is there stays as it is. */
    public void layOut() {
        catalogue.exercises().forEach(sources::layOut);
    }

    /** The first time all files appear; later only this one is looked at, which is quicker. */
    private Exercise laidOut(String id) {
        Exercise exercise = catalogue.get(id);
        if (sources.isNew()) {
            layOut();
        }
        sources.layOut(exercise);
        return exercise;
    }

    /**
     * Grades the reader's file and remembers the verdict.
     *
     * @param id the exercise, as in {@code 02.1}
     * @return the verdict, with what to do next
     * @throws OrmlabException when there is no such exercise
     */
    public Grade grade(String id) {
        Exercise exercise = laidOut(id);
        Answer answer = sources.answer(exercise);
        Grade grade = grader.grade(exercise, answer);
        remember(exercise, grade, answer);
        return grade.withNext(next(exercise, grade));
    }

    private void remember(Exercise exercise, Grade grade, Answer answer) {
        Map<String, String> values = new TreeMap<>();
        values.put("verdict", grade.verdict().name());
        values.put("answer", fingerprint(answer));
        if (grade.verdict() == Verdict.PASSED) {
            values.put("solved", "yes");
        }
        progress.putAll(exercise.id(), values);
    }

    private static String fingerprint(Answer answer) {
        return Sources.fingerprint(new TreeMap<>(answer.files()).toString());
    }

    private String next(Exercise exercise, Grade grade) {
        String again = "grade(\"" + exercise.id() + "\")";
        return switch (grade.verdict()) {
            case PASSED ->
                    "compare with solution(\""
                            + exercise.id()
                            + "\")"
                            + catalogue
                                    .after(exercise)
                                    .map(other -> ", or go on with " + ended(title(other)))
                                    .orElse(".");
            case TO_DO ->
                    "write what the TODO in "
                            + grade.file()
                            + " asks for, save it, then "
                            + again
                            + ".";
            default ->
                    "mend "
                            + grade.file()
                            + ", save it, then "
                            + again
                            + ". hint(\""
                            + exercise.id()
                            + "\") helps.";
        };
    }

    /** A title may be a question, which ends a sentence by itself. */
    private static String ended(String title) {
        return title.endsWith("?") ? title : title + ".";
    }

    private static String title(Exercise exercise) {
        return exercise.id() + " " + exercise.title();
    }

    /**
     * Gives the next hint; the last one comes again and again.
     *
     * @param id the exercise
     * @return the hint
     * @throws OrmlabException when there is no such exercise
     */
    public Note hint(String id) {
        Exercise exercise = catalogue.get(id);
        List<String> hints = exercise.hints();
        if (hints.isEmpty()) {
            throw new OrmlabException("Exercise " + exercise.id() + " has no hints.");
        }
        int number = Math.min(progress.number(exercise.id(), "hints") + 1, hints.size());
        progress.put(exercise.id(), "hints", String.valueOf(number));
        String more =
                number < hints.size()
                        ? ""
                        : "\nThis was the last hint. solution(\""
                                + exercise.id()
                                + "\", \""
                                + CONSENT
                                + "\") shows one way.";
        return new Note(
                title(exercise) + ": hint " + number + " of " + hints.size(),
                hints.get(number - 1) + more);
    }

    /**
     * Shows the reference solution to who has solved the exercise, as a difference from the own
     * answer.
     *
     * @param id the exercise
     * @return the solution
     * @throws OrmlabException when the exercise is not solved, or there is none of this number
     */
    public Solution solution(String id) {
        return solution(id, "");
    }

    /**
     * Shows the reference solution to who has solved the exercise or says {@value #CONSENT}.
     *
     * @param id the exercise
     * @param consent {@value #CONSENT}, or anything else to be shown it only when solved
     * @return the solution, as a difference from the own answer
     * @throws OrmlabException when it may not be shown yet, or there is no such exercise
     */
    public Solution solution(String id, String consent) {
        Exercise exercise = laidOut(id);
        boolean solved = progress.get(exercise.id(), "solved").equals("yes");
        if (!solved && !consent.strip().equalsIgnoreCase(CONSENT)) {
            throw new OrmlabException(
                    "Exercise "
                            + exercise.id()
                            + " is not solved yet. hint(\""
                            + exercise.id()
                            + "\") helps; to see a solution all the same, write solution(\""
                            + exercise.id()
                            + "\", \""
                            + CONSENT
                            + "\").");
        }
        Map<String, String> own = sources.answer(exercise).files();
        StringBuilder difference = new StringBuilder();
        Folder.read(exercise.folder().resolve("solution"))
                .forEach(
                        (name, text) ->
                                difference
                                        .append(difference.length() == 0 ? "" : "\n\n")
                                        .append(Difference.of(own.getOrDefault(name, ""), text)));
        return new Solution(
                title(exercise)
                        + ": one good solution (lines with + ) against your file (lines with - )",
                difference.toString());
    }

    /**
     * Puts the untouched file back; the answer that was there is kept as a copy.
     *
     * @param id the exercise
     * @return a note that says where the copy is
     * @throws OrmlabException when there is no such exercise
     */
    public Note reset(String id) {
        Exercise exercise = laidOut(id);
        if (sources.answer(exercise).isUntouched(exercise)) {
            return new Note(
                    title(exercise) + ": nothing to reset",
                    Sources.shown(exercise) + " is as it was.");
        }
        Path backup = sources.reset(exercise, backups());
        String shown = "exercises/" + folder.relativize(backup).toString().replace('\\', '/');
        return new Note(
                title(exercise) + ": begun anew",
                Sources.shown(exercise)
                        + " is as at the beginning. Your answer is kept in "
                        + shown
                        + ".");
    }

    /**
     * Writes an answer that stands in a notebook's cell into its file and grades it.
     *
     * @param id the exercise
     * @param source the whole text of the file
     * @return the grade
     * @throws OrmlabException when the file was edited elsewhere since; it is then left as it is
     */
    public Grade answer(String id, String source) {
        return answer(id, source, "");
    }

    /**
     * Writes an answer that stands in a notebook's cell into its file and grades it.
     *
     * @param id the exercise
     * @param source the whole text of the file
     * @param consent {@value #OVER} to write also over edits that were made elsewhere, of which a
     *     copy is then kept; anything else to leave them alone
     * @return the grade
     * @throws OrmlabException when the file was edited elsewhere since and that was not allowed
     */
    public Grade answer(String id, String source, String consent) {
        Exercise exercise = laidOut(id);
        if (consent.strip().equalsIgnoreCase(OVER) && sources.isEditedElsewhere(exercise, source)) {
            sources.reset(exercise, backups());
        }
        sources.write(exercise, source);
        return grade(id);
    }

    private Path backups() {
        return folder.resolve(".progress/backup");
    }

    /**
     * Shows what is solved and what is next, from the verdicts remembered; nothing is graded anew.
     *
     * @return the overview of all exercises
     */
    public Overview progress() {
        layOut();
        return new Overview(catalogue.exercises().stream().map(this::remembered).toList());
    }

    private Overview.Line remembered(Exercise exercise) {
        Answer answer = sources.answer(exercise);
        boolean same = progress.get(exercise.id(), "answer").equals(fingerprint(answer));
        Optional<Verdict> verdict =
                List.of(Verdict.values()).stream()
                        .filter(
                                known ->
                                        known.name().equals(progress.get(exercise.id(), "verdict")))
                        .findFirst();
        boolean untouched = answer.isUntouched(exercise);
        String reason =
                same || untouched
                        ? ""
                        : "changed since it was last graded: grade(\"" + exercise.id() + "\")";
        Verdict shown = same ? verdict.orElse(Verdict.TO_DO) : Verdict.TO_DO;
        return new Overview.Line(
                exercise.chapter(), exercise.id(), exercise.title(), shown, reason);
    }
}
