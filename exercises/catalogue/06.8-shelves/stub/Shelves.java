package ch06_migrations;

import ormlab.grade.NotSolvedYet;

/**
 * A library has the tables shelf (id integer primary key autoincrement, label text) and book (id,
 * title, shelf_id references shelf (id)). SQLite cannot make an existing column unique.
 */
public class Shelves {
    // TODO SQL: make label not null and unique; a shelf without a label is called 'shelf 7', after
    // its id. Shelves keep their ids, books keep their shelves, and no id is used twice.
    public static String rebuild() {
        throw new NotSolvedYet("rebuild the table");
    }
}
