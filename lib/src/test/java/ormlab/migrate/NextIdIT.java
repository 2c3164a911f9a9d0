package ormlab.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import ormlab.Database;
import ormlab.migrate.compare.Decisions;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

/** Whoever numbers the rows after a migration, no id is given twice. */
class NextIdIT {
    @TempDir Path home;

    @Entity(name = "Note")
    @Table(name = "notes")
    static class ByColumn {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;
    }

    @Entity(name = "Note")
    @Table(name = "notes")
    static class ByHibernate {
        @Id @GeneratedValue Integer id;
    }

    @Entity(name = "Note")
    @Table(name = "notes")
    static class ByOwnSequence {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "numbers")
        @SequenceGenerator(name = "numbers", sequenceName = "all_numbers", allocationSize = 10)
        Integer id;
    }

    @Entity(name = "Letter")
    @Table(name = "letters")
    static class Renamed {
        @Id @GeneratedValue Integer id;
    }

    private void goesOn(
            TestDatabase kind, Decisions decisions, Class<?> before, Class<?> after, String table)
            throws ReflectiveOperationException {
        try (Database db = Database.open(kind.freshUrl()).models(before)) {
            String folder = home.resolve(before.getSimpleName() + after.getSimpleName()).toString();
            Migrations migrations = db.migrations(folder);
            migrations.init();
            migrations.migrate("before");
            migrations.upgrade();
            add(db, before, 3);
            db.models(after);
            boolean differs = migrations.migrate("after", decisions).files().isPresent();
            migrations.upgrade();
            add(db, after, 2);
            assertThat(db.rows("select count(*) from " + table).values()).hasToString("[[5]]");
            if (differs) {
                migrations.downgrade();
            }
            db.models(before);
            add(db, before, 1);
        }
    }

    private static void add(Database db, Class<?> type, int count)
            throws ReflectiveOperationException {
        for (int i = 0; i < count; i++) {
            db.session().add(type.getDeclaredConstructor().newInstance());
        }
        db.session().commit();
    }

    @OnEveryDatabase
    void ids_go_on(TestDatabase kind) throws ReflectiveOperationException {
        Decisions none = Decisions.none().droppingAnything();
        List<Class<?>> all = List.of(ByColumn.class, ByHibernate.class, ByOwnSequence.class);
        for (Class<?> before : all) {
            for (Class<?> after : all) {
                if (before != after) {
                    goesOn(kind, none, before, after, "notes");
                }
            }
        }
    }

    @OnEveryDatabase
    void ids_go_on_in_a_renamed_table(TestDatabase kind) throws ReflectiveOperationException {
        Decisions renamed = Decisions.none().renamedTable("notes", "letters");
        goesOn(kind, renamed, ByHibernate.class, Renamed.class, "letters");
        goesOn(kind, renamed, ByColumn.class, Renamed.class, "letters");
    }
}
