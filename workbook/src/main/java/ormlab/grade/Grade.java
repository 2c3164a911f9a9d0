package ormlab.grade;

import java.util.List;
import java.util.Optional;
import ormlab.picture.Picture;

/**
 * The grade for one exercise, with the text that is shown everywhere.
 *
 * @param id the exercise, as in {@code 02.1}
 * @param title its title
 * @param file the file with the answer, as the reader knows it
 * @param verdict the verdict on the whole exercise
 * @param tasks the verdict on each task, in order; empty if the answer does not compile
 * @param problem what stopped the grading as a whole; may be empty
 * @param output what the answer printed; may be empty
 * @param remarks what a right answer could do with fewer statements; may be empty
 * @param sequel what follows the grade
 */
public record Grade(
        String id,
        String title,
        String file,
        Verdict verdict,
        List<TaskGrade> tasks,
        String problem,
        String output,
        List<String> remarks,
        Sequel sequel)
        implements Picture {

    /**
     * What follows a grade: the words of others, and what to do now.
     *
     * @param comment what the teacher of a class wrote about the answer; may be empty
     * @param solution the reference solution against a right answer; empty if the answer is not
     *     right, or does not differ
     * @param next what to do now; may be empty
     */
    public record Sequel(String comment, Optional<Solution> solution, String next) {
        static final Sequel NONE = new Sequel("", Optional.empty(), "");
    }

    /** Copies the lists, and makes what comes from the answer safe to show. */
    public Grade {
        tasks = List.copyOf(tasks);
        problem = TextWrap.shown(problem);
        output = TextWrap.shown(output);
        remarks = List.copyOf(remarks);
    }

    /** Returns what to do now; may be empty. */
    public String next() {
        return sequel.next();
    }

    /** Returns the number of passed tasks. */
    public int passed() {
        return (int) tasks.stream().filter(task -> task.verdict() == Verdict.PASSED).count();
    }

    /**
     * Returns each different reason why the exercise is not passed, in order.
     *
     * @return the problem, or the messages of the wrong tasks
     */
    public List<String> reasons() {
        if (!problem.isEmpty()) {
            return List.of(problem);
        }
        return tasks.stream()
                .filter(task -> task.verdict().isWrong() && !task.message().isEmpty())
                .map(TaskGrade::message)
                .distinct()
                .toList();
    }

    /** Returns a task's message; if it repeats an earlier one, names that task instead. */
    String told(int task) {
        String message = tasks.get(task).message();
        for (int earlier = 0; earlier < task && !message.isEmpty(); earlier++) {
            if (tasks.get(earlier).message().equals(message)) {
                return "The same as in task " + (earlier + 1) + ".";
            }
        }
        return message;
    }

    Grade withRemarks(List<String> found) {
        return new Grade(id, title, file, verdict, tasks, problem, output, found, sequel);
    }

    /** Returns the grade without a solution and without what to do now. */
    public Grade withoutNext() {
        return withSequel(new Sequel(sequel.comment(), Optional.empty(), ""));
    }

    Grade withSequel(Sequel following) {
        return new Grade(id, title, file, verdict, tasks, problem, output, remarks, following);
    }

    @Override
    public String text() {
        return GradeText.of(this);
    }

    @Override
    public String html() {
        return GradeHtml.of(this);
    }

    /** Returns the text form. */
    @Override
    public String toString() {
        return text();
    }
}
