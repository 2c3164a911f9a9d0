package ch03_sessions;

import java.util.Arrays;
import java.util.List;

/**
 * Why so: only a commit changes what is seen from outside, so the number grows at step 3 and, for
 * the pretzels, behind step 4. The query of step 6 sends the cake, which brings it an id; the
 * rollback of step 7 gives row and id up.
 */
public class BakeryWindow {
    static List<Integer> seen() {
        return List.of(0, 0, 2, 2, 3, 3, 3);
    }

    static List<Integer> cakeIds() {
        return Arrays.asList(null, 4, null);
    }
}
