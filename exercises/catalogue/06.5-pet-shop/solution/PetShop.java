package ch06_migrations;

import java.util.Set;

/**
 * a, c and e only change Java. Of the others, g would fail because of an existing row (a pet
 * without a name), and h would lose values. i drops an empty column; f would ask if two pets had
 * the same name.
 */
public class PetShop {
    public static Set<String> seen() {
        return Set.of("b", "d", "f", "g", "h", "i");
    }

    public static Set<String> asksFirst() {
        return Set.of("g", "h");
    }
}
