package ch06_migrations;

/** Fills in the labels first, then rebuilds the table. */
public class Shelves {
    public static String rebuild() {
        return """
                update shelf set label = 'shelf ' || id where label is null;
                create table shelf_next (
                  id integer primary key autoincrement,
                  label text not null,
                  constraint uq_shelf_label unique (label)
                );
                insert into shelf_next select * from shelf;
                update sqlite_sequence set seq = (select seq from sqlite_sequence where name = 'shelf')
                  where name = 'shelf_next';
                drop table shelf;
                alter table shelf_next rename to shelf;
                """;
    }
}
