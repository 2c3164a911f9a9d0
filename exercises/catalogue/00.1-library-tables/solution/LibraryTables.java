package ch00_sql;

import ormlab.session.DbSession;

/**
 * Each fact has one place: a loan stores only the ISBN and the member's id. The tables that others
 * refer to come first. {@code returned} has no {@code not null}, because null is how the library
 * knows that a book is still out.
 */
public class LibraryTables {
    public static void create(DbSession session) {
        session.execute(
                "create table books (isbn varchar(13) primary key, title varchar(200) not null)");
        session.execute(
                "create table members (id integer primary key, name varchar(64) not null unique)");
        session.execute(
                """
                create table loans (
                    id integer primary key,
                    isbn varchar(13) not null references books (isbn),
                    member_id integer not null references members (id),
                    returned date
                )
                """);
        session.commit();
    }
}
