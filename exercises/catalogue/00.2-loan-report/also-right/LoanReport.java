package ch00_sql;

public class LoanReport {
    public static String booksOut() {
        return "select b.title, m.name from books b, members m, loans l where b.isbn = l.isbn and m.id ="
                + " l.member_id and l.returned is null order by 1;";
    }

    public static String neverLent() {
        return "select title from books where isbn not in (select isbn from loans) order by title";
    }

    public static String loansPerMember() {
        return """
                with numbers as (
                    select name, (select count(*) from loans where member_id = members.id) as loans
                    from members
                )
                select name, loans from numbers order by loans desc, name
                """;
    }

    public static String keenReaders() {
        return "select name from members m where (select count(*) from loans where member_id = m.id)"
                + " >= ? order by name";
    }
}
