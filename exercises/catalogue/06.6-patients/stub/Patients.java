package ch06_migrations;

import ormlab.grade.NotSolvedYet;
import ormlab.migrate.compare.Decisions;

/**
 * The old form had name, age, phone and fax. On the new one (the class Patient, beside this file)
 * the phone is called mobile, the fax is gone, and each patient is in a ward.
 */
public class Patients {
    // TODO What migrate must know: the numbers of the phones stay, the faxes may go, and the ward
    // of
    // the old patients is 'children' when they are younger than 16, and else 'general'.
    public static Decisions decisions() {
        throw new NotSolvedYet("decide what migrate asks");
    }
}
