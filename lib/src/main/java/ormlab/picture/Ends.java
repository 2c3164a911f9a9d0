package ormlab.picture;

import java.util.List;

/**
 * The first and the last of many things, where all of them would be more than a page can show.
 *
 * @param left how many are left out between them, or 0
 */
public record Ends<T>(List<T> first, int left, List<T> last) {
    private static final int MOST = 1000;
    private static final int FIRST = 100;
    private static final int LAST = 20;

    /** Returns whether some of so many things are left out. */
    public static boolean cuts(int size) {
        return size > MOST;
    }

    /** Takes all of a list's elements if a page can show so many. */
    public static <T> Ends<T> of(List<T> all) {
        return of(all, MOST);
    }

    /** Takes all of a list's elements if they are no more than a number, which is at least 120. */
    public static <T> Ends<T> of(List<T> all, int most) {
        int size = all.size();
        return size > most
                ? new Ends<>(
                        all.subList(0, FIRST), size - FIRST - LAST, all.subList(size - LAST, size))
                : new Ends<>(all, 0, List.of());
    }
}
