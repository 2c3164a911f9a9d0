package ch06_migrations;

/** A library's loans. */
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

    public static String down() {
        return """
                drop table fine;
                drop index ix_loan_due;
                """;
    }
}
