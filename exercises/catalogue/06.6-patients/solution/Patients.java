package ch06_migrations;

import ormlab.migrate.compare.Decisions;

/**
 * phone and fax have the same type, so only you know which of them is now called mobile. The
 * permission to drop names one column, so that nothing else is lost by accident. The ward depends
 * on the row, so it is an expression; an unknown age is not below 16.
 */
public class Patients {
    public static Decisions decisions() {
        return Decisions.none()
                .renamedColumn("patient", "phone", "mobile")
                .dropping("patient.fax")
                .fillSql("patient.ward", "case when age < 16 then 'children' else 'general' end");
    }
}
