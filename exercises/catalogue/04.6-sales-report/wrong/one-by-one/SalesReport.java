package ch04_queries;

import java.util.ArrayList;
import java.util.List;
import ormlab.Database;

public class SalesReport {
    public static List<Total> totals(Database db) {
        List<Total> totals = new ArrayList<>();
        for (Customer customer : db.query(Customer.class).orderBy("name").all()) {
            List<Purchase> bought = db.query(Purchase.class).filterBy("customer", customer).all();
            long sum = bought.stream().mapToLong(Purchase::getCents).sum();
            totals.add(new Total(customer.getName(), bought.size(), sum));
        }
        return totals;
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
