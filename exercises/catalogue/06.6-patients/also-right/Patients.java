package ch06_migrations;

import ormlab.migrate.compare.Decisions;

/** A new form. */
public class Patients {
    public static Decisions decisions() {
        return Decisions.none()
                .fillSql("patient.ward", "iif(age >= 16 or age is null, 'general', 'children')")
                .renamedColumn("patient", "phone", "mobile")
                .droppingAnything();
    }
}
