package ormlab.grade;

import java.util.Comparator;

/** Knows how exercises are numbered: chapter, point, number. */
final class Ids {
    static final Comparator<String> ORDER =
            Comparator.comparingInt(Ids::chapter).thenComparingInt(Ids::number);

    private Ids() {}

    static boolean isId(String text) {
        return text.matches("\\d{1,3}\\.\\d{1,3}");
    }

    static int chapter(String id) {
        return Integer.parseInt(id.substring(0, id.indexOf('.')));
    }

    static int number(String id) {
        return Integer.parseInt(id.substring(id.indexOf('.') + 1));
    }

    /** Tells whether an exercise is meant by "02.1", by "2.1", by "02" or by nothing at all. */
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
