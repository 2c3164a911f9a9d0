package ch06_migrations;

import java.util.Set;
import java.util.TreeSet;

public class PetShop {
    public static Set<String> seen() {
        Set<String> all = new TreeSet<>(Set.of("a", "b", "c", "d", "e", "f", "g", "h", "i"));
        all.removeAll(Set.of("a", "c", "e"));
        return all;
    }

    public static Set<String> asksFirst() {
        return new TreeSet<>(Set.of("h", "g"));
    }
}
