package ch04_queries;

import static ormlab.query.Filters.greaterThan;
import static ormlab.query.Filters.lessThanOrEqual;

import java.util.List;
import ormlab.Database;
import ormlab.query.Query;

public class FlatSearch {
    public static List<Flat> search(Database db, String city, Integer rooms, Integer most) {
        Query<Flat> flats = db.query(Flat.class).orderBy("rent");
        if (city != null) {
            flats = flats.filterBy("city", city);
        }
        if (rooms != null) {
            flats = flats.filter(greaterThan("rooms", rooms));
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
