package ch06_migrations;

import ormlab.grade.NotSolvedYet;
import ormlab.migrate.compare.Decisions;

/**
 * The old form had name, age, phone and fax. On the new one (the class Patient, next to this file),
 * the phone is called mobile, the fax is gone, and each patient is in a ward.
 */
public class Patients {
    // TODO Return what migrate needs to know: the phone numbers are kept, the fax numbers may be
    // lost, and the ward of existing patients is 'children' if they are younger than 16, otherwise
    // 'general'.
    public static Decisions decisions() {
        throw new NotSolvedYet("decide what migrate asks");
    }
}
