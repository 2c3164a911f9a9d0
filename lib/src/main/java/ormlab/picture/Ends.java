package ormlab.picture;

import java.util.List;

/**
 * The first and the last elements of a list that is too long to show.
 *
 * @param left how many elements are left out between them, or 0
 */
public record Ends<T>(List<T> first, int left, List<T> last) {
    private static final int MOST = 1000;
    private static final int FIRST = 100;
    private static final int LAST = 20;

    /** Returns whether a list of this size is too long to show. */
    public static boolean cuts(int size) {
        return size > MOST;
    }

    /** Takes all elements of a list if it is short enough to show. */
    public static <T> Ends<T> of(List<T> all) {
        return of(all, MOST);
    }

    /**
     * Takes all elements of a list if there are no more than {@code most}, which is at least 120.
     */
    public static <T> Ends<T> of(List<T> all, int most) {
        int size = all.size();
        return size > most
                ? new Ends<>(
                        all.subList(0, FIRST), size - FIRST - LAST, all.subList(size - LAST, size))
                : new Ends<>(all, 0, List.of());
    }
}
