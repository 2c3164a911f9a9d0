package ch06_migrations;

import ormlab.migrate.compare.Decisions;

/**
 * Why so: phone and fax are of the same type, so only a person can say which of them is now called
 * mobile. The consent names one column, so that nothing else is lost unseen. The ward depends on
 * the row, so it is an expression; an age that nobody knows is not below 16.
 */
public class Patients {
    public static Decisions decisions() {
        return Decisions.none()
                .renamedColumn("patient", "phone", "mobile")
                .dropping("patient.fax")
                .fillSql("patient.ward", "case when age < 16 then 'children' else 'general' end");
    }
}
