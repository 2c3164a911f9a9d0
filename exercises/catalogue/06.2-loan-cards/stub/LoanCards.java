package ch06_migrations;

import ormlab.grade.NotSolvedYet;

/** A library notes who has borrowed what, and from version 2 on until when. */
public class LoanCards {
    /** Leads from version 1, loan (id, title, reader), to version 2. Nothing is to be done here. */
    public static String up() {
        return """
                alter table loan add column due date;
                create index ix_loan_due on loan (due);
                create table fine (
                  id integer primary key autoincrement,
                  cents integer not null,
                  loan_id integer not null references loan (id)
                );
                """;
    }

    // TODO SQL that leads back to version 1, and loses no loan.
    public static String down() {
        throw new NotSolvedYet("write the way back");
    }
}
