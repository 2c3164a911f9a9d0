package ch06_migrations;

public class Shelves {
    public static String rebuild() {
        return """
                create table new_shelf (
                  id integer primary key autoincrement,
                  label text not null unique
                );
                insert into new_shelf (label) select coalesce(label, 'shelf ' || id) from shelf order by id;
                delete from sqlite_sequence where name = 'new_shelf';
                insert into sqlite_sequence (name, seq)
                select 'new_shelf', seq from sqlite_sequence where name = 'shelf';
                drop table shelf;
                alter table new_shelf rename to shelf;
                """;
    }
}
