package ch03_sessions;

import java.util.Arrays;
import java.util.List;

public class BakeryWindow {
    static List<Integer> seen() {
        return List.of(0, 0, 2, 3, 3, 4, 3);
    }

    static List<Integer> cakeIds() {
        return Arrays.asList(null, 4, null);
    }
}
