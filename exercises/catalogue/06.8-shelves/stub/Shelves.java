package ch06_migrations;

import ormlab.grade.NotSolvedYet;

/**
 * A library has the tables shelf (id integer primary key autoincrement, label text) and book (id,
 * title, shelf_id references shelf (id)). SQLite cannot add a rule to a column that is there.
 */
public class Shelves {
    // TODO SQL: label is not null and unique from now on; a shelf without a label is called 'shelf
    // 7',
    // after its id. Shelves keep their ids, books their shelves, and no id is given twice.
    public static String rebuild() {
        throw new NotSolvedYet("make the table anew");
    }
}
