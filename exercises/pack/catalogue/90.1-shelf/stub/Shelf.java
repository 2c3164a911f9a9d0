package ch90_pack;

import ormlab.grade.NotSolvedYet;

/**
 * A pantry has shelves, and each of them has a label.
 *
 * <p>TODO Make this class an entity. Every shelf has a label, and the database generates the id.
 */
public class Shelf {
    public Shelf(String label) {
        throw new NotSolvedYet("keep the label");
    }

    public Integer getId() {
        throw new NotSolvedYet("return the id");
    }

    public String getLabel() {
        throw new NotSolvedYet("return the label");
    }
}
