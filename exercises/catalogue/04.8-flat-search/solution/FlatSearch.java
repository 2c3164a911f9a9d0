package ch04_queries;

import static ormlab.query.Filters.greaterThanOrEqual;
import static ormlab.query.Filters.lessThanOrEqual;

import java.util.List;
import ormlab.Database;
import ormlab.query.Query;

/**
 * Conditions are values, so each one is added only where it is needed, without gluing text
 * together. The library has no method for the rows with the minimum of each group, so that query is
 * in SQL, with a bind parameter.
 */
public class FlatSearch {
    public static List<Flat> search(Database db, String city, Integer rooms, Integer most) {
        Query<Flat> flats = db.query(Flat.class).orderBy("rent");
        if (city != null) {
            flats = flats.filterBy("city", city);
        }
        if (rooms != null) {
            flats = flats.filter(greaterThanOrEqual("rooms", rooms));
        }
        if (most != null) {
            flats = flats.filter(lessThanOrEqual("rent", most));
        }
        return flats.all();
    }

    public static List<Flat> cheapestOfEachCity(Database db, int rooms) {
        String sql =
                """
                select f.* from flat f
                where f.rooms >= :rooms and f.rent =
                    (select min(o.rent) from flat o where o.city = f.city and o.rooms >= :rooms)
                order by f.city
                """;
        return db.session()
                .createNativeQuery(sql, Flat.class)
                .setParameter("rooms", rooms)
                .getResultList();
    }
}
