package ch06_migrations;

/**
 * Why so: the books name the table shelf, so the name must come to rest on the new table, and the
 * old table must never bear another one. The id is copied as it is, and the last number given out
 * as well, or a deleted shelf's number would come again.
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
