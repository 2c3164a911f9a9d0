package ch03_sessions;

import java.util.Arrays;
import java.util.List;

/**
 * Only a commit changes what is visible from outside, so the number grows at step 3 and, for the
 * pretzels, after step 4. The query of step 6 sends the cake, which gets an id; the rollback of
 * step 7 removes the row and the id.
 */
public class BakeryWindow {
    static List<Integer> seen() {
        return List.of(0, 0, 2, 2, 3, 3, 3);
    }

    static List<Integer> cakeIds() {
        return Arrays.asList(null, 4, null);
    }
}
