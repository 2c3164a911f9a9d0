package ch06_migrations;

/**
 * The books refer to the table shelf, so the new table must get that name, and the old one must
 * never be renamed. The ids are copied, and so is the last id; otherwise the id of a deleted shelf
 * would be used again.
 */
public class Shelves {
    public static String rebuild() {
        return """
                create table new_shelf (
                  id integer primary key autoincrement,
                  label text not null unique
                );
                insert into new_shelf (id, label)
                select id, coalesce(label, 'shelf ' || id) from shelf;
                delete from sqlite_sequence where name = 'new_shelf';
                insert into sqlite_sequence (name, seq)
                select 'new_shelf', seq from sqlite_sequence where name = 'shelf';
                drop table shelf;
                alter table new_shelf rename to shelf;
                """;
    }
}
