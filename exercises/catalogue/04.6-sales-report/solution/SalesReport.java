package ch04_queries;

import java.util.List;
import ormlab.Database;

/**
 * The database groups and adds up, so it sends one row for each customer instead of every purchase.
 * The query begins with the customers and left-joins the purchases, because some customers have
 * none.
 */
public class SalesReport {
    public static List<Total> totals(Database db) {
        String hql =
                """
                select c.name, count(p), coalesce(sum(p.cents), 0)
                from Customer c left join Purchase p on p.customer = c
                group by c.id, c.name
                order by c.name
                """;
        return db.session().createSelectionQuery(hql, Total.class).getResultList();
    }

    public static List<Total> atLeast(Database db, long cents) {
        String hql =
                """
                select c.name, count(p), sum(p.cents)
                from Purchase p join p.customer c
                group by c.id, c.name
                having sum(p.cents) >= :least
                order by c.name
                """;
        return db.session()
                .createSelectionQuery(hql, Total.class)
                .setParameter("least", cents)
                .getResultList();
    }
}
