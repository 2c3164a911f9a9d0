package ch06_migrations;

public class Shelves {
    public static String rebuild() {
        return """
                alter table shelf rename to old_shelf;
                create table shelf (
                  id integer primary key autoincrement,
                  label text not null unique
                );
                insert into shelf (id, label)
                select id, coalesce(label, 'shelf ' || id) from old_shelf;
                update sqlite_sequence set seq = (select seq from sqlite_sequence where name = 'old_shelf') where name = 'shelf';
                drop table old_shelf;
                """;
    }
}
