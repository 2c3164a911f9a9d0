package ormlab.grade;

import java.util.Comparator;

/** The numbers of exercises: chapter, dot, number. */
final class ExerciseNumbers {
    static final Comparator<String> ORDER =
            Comparator.comparingInt(ExerciseNumbers::chapter)
                    .thenComparingInt(ExerciseNumbers::number);

    private ExerciseNumbers() {}

    static boolean isId(String text) {
        return text.matches("\\d{1,3}\\.\\d{1,3}");
    }

    static int chapter(String id) {
        return Integer.parseInt(id.substring(0, id.indexOf('.')));
    }

    static int number(String id) {
        return Integer.parseInt(id.substring(id.indexOf('.') + 1));
    }

    /**
     * Returns whether a selection includes an exercise: "02.1", "2.1", "02", or an empty one for
     * all.
     */
    static boolean selects(String selection, String id) {
        String wanted = selection.strip();
        if (wanted.isEmpty()) {
            return true;
        }
        return isId(wanted)
                ? ORDER.compare(wanted, id) == 0
                : wanted.matches("\\d{1,3}") && Integer.parseInt(wanted) == chapter(id);
    }
}
