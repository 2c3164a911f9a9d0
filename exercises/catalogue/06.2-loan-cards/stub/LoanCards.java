package ch06_migrations;

import ormlab.grade.NotSolvedYet;

/** A library stores who has borrowed what, and since version 2 also until when. */
public class LoanCards {
    /**
     * Upgrades version 1, loan (id, title, reader), to version 2. You don't need to change this
     * method.
     */
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

    // TODO Return the SQL that downgrades to version 1 and loses no loan.
    public static String down() {
        throw new NotSolvedYet("write the downgrade");
    }
}
