package ch04_queries;

import java.util.List;
import ormlab.Database;

public class FlatSearch {
    public static List<Flat> search(Database db, String city, Integer rooms, Integer most) {
        return db.query(Flat.class).orderBy("rent").all().stream()
                .filter(flat -> city == null || flat.toString().startsWith(city + " "))
                .filter(flat -> rooms == null || flat.getRooms() >= rooms)
                .filter(flat -> most == null || flat.getRent() <= most)
                .toList();
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
