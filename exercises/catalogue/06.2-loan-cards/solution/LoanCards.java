package ch06_migrations;

/**
 * Each statement undoes one of up(), the last one first. The index is dropped before its column.
 * Values of the new column and the new table are lost, but the loans are not.
 */
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

    public static String down() {
        return """
                drop table fine;
                drop index ix_loan_due;
                alter table loan drop column due;
                """;
    }
}
