package ch06_migrations;

public class Shelves {
    public static String rebuild() {
        return """
                create table new_shelf (
                  id integer primary key autoincrement,
                  label text not null unique
                );
                drop table shelf;
                alter table new_shelf rename to shelf;
                """;
    }
}
