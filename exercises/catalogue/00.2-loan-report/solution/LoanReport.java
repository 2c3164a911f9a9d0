package ch00_sql;

/**
 * A left join keeps the members and books without a loan, and {@code count(loans.id)} counts only
 * the loans that exist. {@code having} looks at each group, after {@code group by} has formed them.
 */
public class LoanReport {
    public static String booksOut() {
        return """
                select books.title, members.name
                from loans
                join books on books.isbn = loans.isbn
                join members on members.id = loans.member_id
                where loans.returned is null
                order by books.title
                """;
    }

    public static String neverLent() {
        return """
                select books.title
                from books
                left join loans on loans.isbn = books.isbn
                where loans.id is null
                order by books.title
                """;
    }

    public static String loansPerMember() {
        return """
                select members.name, count(loans.id)
                from members
                left join loans on loans.member_id = members.id
                group by members.id, members.name
                order by count(loans.id) desc, members.name
                """;
    }

    public static String keenReaders() {
        return """
                select members.name
                from members
                join loans on loans.member_id = members.id
                group by members.id, members.name
                having count(loans.id) >= ?
                order by members.name
                """;
    }
}
