package ch06_migrations;

import ormlab.migrate.compare.Decisions;

/** A new form. */
public class Patients {
    public static Decisions decisions() {
        return Decisions.none().renamedColumn("patient", "phone", "mobile").dropping("patient.fax");
    }
}
