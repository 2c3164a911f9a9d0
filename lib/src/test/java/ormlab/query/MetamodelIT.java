package ormlab.query;

import static org.assertj.core.api.Assertions.assertThat;
import static ormlab.query.Aggregate.max;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.hibernate.Hibernate;
import org.hibernate.query.Order;
import org.hibernate.query.restriction.Restriction;
import ormlab.Database;
import ormlab.query.MetamodelIT_.Band_;
import ormlab.query.MetamodelIT_.Song_;
import ormlab.relationship.DynamicList;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/** The attributes of the static metamodel are accepted wherever their names are. */
class MetamodelIT {
    private static Database withSongs(TestDatabase kind) {
        Database db = kind.open(Band.class, Song.class);
        Band beatles = new Band(1, "Beatles");
        Band queen = new Band(2, "Queen");
        db.session()
                .addAll(
                        beatles,
                        queen,
                        new Song(1, "Help!", 1965, beatles),
                        new Song(2, "Yesterday", 1965, beatles),
                        new Song(3, "Innuendo", 1991, queen));
        db.session().commit();
        db.closeSession();
        return db;
    }

    @OnSqliteAndPostgres
    void a_query_takes_attributes_in_each_method_that_takes_names(TestDatabase kind) {
        try (Database db = withSongs(kind)) {
            Query<Song> songs = db.query(Song.class);
            Song help = songs.filterBy(Song_.title, "Help!").one();
            assertThat(help.id).isEqualTo(1);
            assertThat(songs.orderBy(Song_.year, Song_.title).all())
                    .extracting(song -> song.title)
                    .containsExactly("Help!", "Yesterday", "Innuendo");
            assertThat(songs.orderBy(Order.desc(Song_.title)).first().orElseThrow().id)
                    .isEqualTo(2);
            db.closeSession();
            Song fetched = songs.fetch(Song_.band).filterBy(Song_.id, 3).one();
            assertThat(Hibernate.isInitialized(fetched.band)).isTrue();
            assertThat(songs.join(Song_.band, Restriction.equal(Band_.name, "Queen")).count())
                    .isEqualTo(1);
            assertThat(songs.select(Song_.title).orderBy("title").all())
                    .containsExactly("Help!", "Innuendo", "Yesterday");
            assertThat(songs.select(Line.class, Song_.title, Song_.year).all())
                    .contains(new Line("Innuendo", 1991));
            assertThat(songs.groupBy(Song_.year).select(Year.class, max(Song_.id)).all())
                    .containsExactlyInAnyOrder(new Year(1965, 2), new Year(1991, 3));
            assertThat(songs.filterBy(Song_.id, 3).update(Song_.year, 1990)).isEqualTo(1);
            db.session().rollback();
        }
    }

    @OnSqliteAndPostgres
    void a_dynamic_list_takes_attributes_in_each_method_that_takes_names(TestDatabase kind) {
        try (Database db = withSongs(kind)) {
            DynamicList<Song> songs = db.query(Band.class).get(1).orElseThrow().songs;
            assertThat(songs.filterBy(Song_.title, "Help!").count()).isEqualTo(1);
            assertThat(songs.orderBy(Song_.title).all()).hasSize(2);
            assertThat(songs.orderBy(Song_.year, Song_.title).all())
                    .extracting(song -> song.title)
                    .containsExactly("Help!", "Yesterday");
            assertThat(songs.orderBy(Order.desc(Song_.title)).first().orElseThrow().id)
                    .isEqualTo(2);
            assertThat(songs.select(Line.class, Song_.title, Song_.year).orderBy("title").all())
                    .containsExactly(new Line("Help!", 1965), new Line("Yesterday", 1965));
            assertThat(
                            songs.groupBy(Song_.title, Song_.year)
                                    .select(Last.class, max(Song_.id))
                                    .all())
                    .containsExactlyInAnyOrder(
                            new Last("Help!", 1965, 1), new Last("Yesterday", 1965, 2));
            assertThat(songs.select(Song_.title).orderBy("title").all())
                    .containsExactly("Help!", "Yesterday");
            assertThat(songs.groupBy(Song_.year).select(Year.class, max(Song_.id)).all())
                    .containsExactly(new Year(1965, 2));
        }
    }

    @OnSqliteAndPostgres
    void a_metamodel_without_the_dynamic_list_is_filled_without_a_warning(TestDatabase kind) {
        List<String> warnings = new ArrayList<>();
        Handler handler = new Recorder(warnings);
        Logger hibernate = Logger.getLogger("org.hibernate");
        hibernate.addHandler(handler);
        try (Database db = withSongs(kind)) {
            assertThat(Band_.class_)
                    .isEqualTo(db.sessionFactory().getMetamodel().entity(Band.class));
            assertThat(Band_.class_.getName()).isEqualTo("Band");
            assertThat(Band_.name.getName()).isEqualTo("name");
            assertThat(Song_.band.getDeclaringType().getJavaType()).isEqualTo(Song.class);
        } finally {
            hibernate.removeHandler(handler);
        }
        assertThat(warnings).noneMatch(warning -> warning.contains("metamodel"));
    }

    private static final class Recorder extends Handler {
        private final List<String> messages;

        Recorder(List<String> messages) {
            this.messages = messages;
        }

        @Override
        public void publish(LogRecord logged) {
            messages.add(logged.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    record Line(String title, int year) {}

    record Year(int year, int last) {}

    record Last(String title, int year, int last) {}

    @Entity(name = "Band")
    static class Band {
        @Id Integer id;
        String name;

        @OneToMany(mappedBy = "band")
        DynamicList<Song> songs = DynamicList.empty();

        protected Band() {}

        Band(int id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    @Entity(name = "Song")
    static class Song {
        @Id Integer id;
        String title;
        Integer year;

        @ManyToOne(fetch = FetchType.LAZY)
        Band band;

        protected Song() {}

        Song(int id, String title, int year, Band band) {
            this.id = id;
            this.title = title;
            this.year = year;
            this.band = band;
        }
    }
}
