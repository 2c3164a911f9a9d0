package ch06_migrations;

public class Shelves {
    public static String rebuild() {
        return """
                create table new_shelf (
                  id integer primary key autoincrement,
                  label text not null unique
                );
                insert into new_shelf (id, label)
                select id, coalesce(label, 'shelf ' || id) from shelf;
                drop table shelf;
                alter table new_shelf rename to shelf;
                """;
    }
}
