package ch06_migrations;

import ormlab.migrate.compare.Decisions;

/** With the condition reversed, and with permission to drop any column. */
public class Patients {
    public static Decisions decisions() {
        return Decisions.none()
                .fillSql(
                        "patient.ward",
                        "case when age >= 16 or age is null then 'general' else 'children' end")
                .renamedColumn("patient", "phone", "mobile")
                .droppingAnything();
    }
}
