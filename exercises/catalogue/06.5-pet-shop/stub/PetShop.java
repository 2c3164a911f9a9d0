package ch06_migrations;

import java.util.Set;
import ormlab.grade.NotSolvedYet;

/**
 * The class Pet has: name (length 40), legs = 4 (an int), owner, chip. Three pets are stored, one
 * of them without a name; all have an owner, and none has a chip. Then one of these edits is made:
 *
 * <p>a: the field name is now called petName, with @Column(name = "name"). b: name has length 80.
 * c: legs = 4 becomes legs = 0. d: legs gets @ColumnDefault("4"). e: Pet gets a toString. f: name
 * becomes unique. g: name becomes nullable = false. h: the field owner is removed. i: the field
 * chip is removed.
 */
public class PetShop {
    // TODO Predict: for which edits does migrate find a difference? Set.of("a", "b", …)
    public static Set<String> seen() {
        throw new NotSolvedYet("predict what migrate finds");
    }

    // TODO Predict: for which edits does it ask you before it writes anything?
    public static Set<String> asksFirst() {
        throw new NotSolvedYet("predict what migrate asks");
    }
}
