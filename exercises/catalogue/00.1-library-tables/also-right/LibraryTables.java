package ch00_sql;

import java.util.List;
import ormlab.session.DbSession;

public class LibraryTables {
    private static final List<String> TABLES =
            List.of(
                    "create table members (id bigint not null, name text not null, primary key (id))",
                    "create unique index one_name on members (name)",
                    "create table books (isbn text not null primary key, title text not null)",
                    """
                    create table loans (
                        id bigint primary key, isbn text not null, member_id bigint not null,
                        returned date default null,
                        foreign key (isbn) references books (isbn) on delete cascade,
                        constraint borrower foreign key (member_id) references members (id)
                    )
                    """);

    public static void create(DbSession session) {
        TABLES.forEach(session::execute);
        session.commit();
    }
}
