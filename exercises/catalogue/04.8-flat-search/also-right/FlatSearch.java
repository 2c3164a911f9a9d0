package ch04_queries;

import static ormlab.query.Filters.greaterThanOrEqual;
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
                select * from (
                    select f.*, row_number() over (partition by f.city order by f.rent) as place
                    from flat f where f.rooms >= ?
                ) where place = 1 order by city
                """;
        return db.session()
                .createNativeQuery(sql, Flat.class)
                .setParameter(1, rooms)
                .getResultList();
    }
}
