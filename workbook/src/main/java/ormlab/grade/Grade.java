package ormlab.grade;

import ormlab.picture.Picture;

import java.util.List;

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
 * @param next what to do now
 */
public record Grade(
        String id,
        String title,
        String file,
        Verdict verdict,
        List<TaskGrade> tasks,
        String problem,
        String output,
        String next)
        implements Picture {

    /** Copies the tasks, and makes what comes from the answer safe to show. */
    public Grade {
        tasks = List.copyOf(tasks);
        problem = TextWrap.shown(problem);
        output = TextWrap.shown(output);
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

    Grade withNext(String step) {
        return new Grade(id, title, file, verdict, tasks, problem, output, step);
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
