package ormlab.query;

import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.SingularAttribute;
import ormlab.query.MetamodelIT.Band;
import ormlab.query.MetamodelIT.Song;

/**
 * The static metamodel of {@link MetamodelIT}'s models, as Hibernate's annotation processor
 * generates it: without the dynamic list.
 */
abstract class MetamodelIT_ {
    private MetamodelIT_() {}

    abstract static class Band_ {
        static volatile EntityType<Band> class_;
        static volatile SingularAttribute<Band, Integer> id;
        static volatile SingularAttribute<Band, String> name;

        private Band_() {}
    }

    abstract static class Song_ {
        static volatile EntityType<Song> class_;
        static volatile SingularAttribute<Song, Integer> id;
        static volatile SingularAttribute<Song, String> title;
        static volatile SingularAttribute<Song, Integer> year;
        static volatile SingularAttribute<Song, Band> band;

        private Song_() {}
    }
}
