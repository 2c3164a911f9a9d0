package ch06_migrations;

import java.util.Set;

public class PetShop {
    public static Set<String> seen() {
        return Set.of("b", "f", "g", "h", "i");
    }

    public static Set<String> asksFirst() {
        return Set.of("g", "h");
    }
}
