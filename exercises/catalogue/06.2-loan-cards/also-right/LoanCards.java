package ch06_migrations;

/** A library's loans: the table is made anew, as SQLite needed it before it could drop columns. */
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
                create table new_loan (id integer primary key autoincrement, title text, reader text);
                insert into new_loan (id, title, reader) select id, title, reader from loan;
                drop table fine;
                drop table loan;
                alter table new_loan rename to loan;
                """;
    }
}
