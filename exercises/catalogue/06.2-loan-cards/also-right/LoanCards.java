package ch06_migrations;

/** Rebuilds the table, as was necessary before SQLite could drop columns. */
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
                create table new_loan (id integer primary key autoincrement, title text, reader text);
                insert into new_loan (id, title, reader) select id, title, reader from loan;
                drop table fine;
                drop table loan;
                alter table new_loan rename to loan;
                """;
    }
}
