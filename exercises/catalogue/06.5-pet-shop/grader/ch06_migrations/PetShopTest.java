package ch06_migrations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.annotations.ColumnDefault;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.grade.Mistake;
import ormlab.migrate.script.Undecided;

/** Makes each edit and runs migrate, instead of listing the expected results. */
@DisplayName("What does migrate find in a pet shop?")
class PetShopTest {
    private static final String SEES = "06c_when_a_migration_needs_you, \"What migrate notices\"";
    private static final String LOST = "06c_when_a_migration_needs_you, \"What would be lost\"";

    private static final Map<String, Class<?>> EDITS =
            new TreeMap<>(
                    Map.of(
                            "a",
                            PetA.class,
                            "b",
                            PetB.class,
                            "c",
                            PetC.class,
                            "d",
                            PetD.class,
                            "e",
                            PetE.class,
                            "f",
                            PetF.class,
                            "g",
                            PetG.class,
                            "h",
                            PetH.class,
                            "i",
                            PetI.class));

    private static final Map<String, String> WHY =
            Map.ofEntries(
                    Map.entry(
                            "a",
                            "is not found: the column is still called name, and the name"
                                    + " of the Java field does not matter to the database."),
                    Map.entry(
                            "b",
                            "is found: the length is part of the column's type, and of"
                                    + " the constraint that enforces it."),
                    Map.entry(
                            "c",
                            "is not found: legs = 4 is the initial value of each new Java"
                                    + " object. The table does not contain it."),
                    Map.entry("d", "is found: @ColumnDefault sets a default in the table itself."),
                    Map.entry("e", "is not found: a method has no column."),
                    Map.entry("f", "is found: unique is a constraint of the table."),
                    Map.entry("g", "is found: not null is a constraint of the table."),
                    Map.entry("h", "is found: the table has a column that the class lacks."),
                    Map.entry(
                            "i",
                            "is found: the table has a column that the class lacks, even"
                                    + " if it is empty."));

    private static final Map<String, String> WHY_ASKED =
            Map.ofEntries(
                    Map.entry(
                            "b",
                            "does not ask: the longer column has room for every existing"
                                    + " text."),
                    Map.entry("d", "does not ask: a default only affects new rows."),
                    Map.entry(
                            "f",
                            "does not ask: no two of these pets have the same name. If two had, it would."),
                    Map.entry("g", "asks: one pet has no name, which violates the new constraint."),
                    Map.entry("h", "asks: three owners would be lost."),
                    Map.entry("i", "does not ask: no pet has a chip, so nothing is lost."));

    @TempDir Path folder;

    private enum Found {
        NOTHING,
        DIFFERENCE,
        QUESTION
    }

    private Found found(String edit) {
        try (Workplace shop = new Workplace(folder.resolve(edit))) {
            shop.db.models(Pet.class);
            shop.migrations().init();
            shop.migrations().migrate("pets");
            shop.migrations().upgrade();
            shop.run(
                    "insert into pet (name, legs, owner) values ('Rex', 4, 'susan')",
                    "insert into pet (name, legs, owner) values ('Tweety', 2, 'fred')",
                    "insert into pet (legs, owner) values (4, 'steve')");
            shop.db.models(EDITS.get(edit));
            boolean difference = shop.migrations().migrate("edit").files().isPresent();
            return difference ? Found.DIFFERENCE : Found.NOTHING;
        } catch (Undecided asked) {
            return Found.QUESTION;
        }
    }

    @Test
    @Order(1)
    @DisplayName("The prediction contains the edits that migrate finds.")
    void seen() {
        compare(PetShop.seen(), Found.DIFFERENCE, WHY, SEES);
    }

    @Test
    @Order(2)
    @DisplayName("The prediction contains the edits that migrate asks about.")
    void asksFirst() {
        compare(PetShop.asksFirst(), Found.QUESTION, WHY_ASKED, LOST);
    }

    private void compare(Set<String> said, Found least, Map<String, String> why, String section) {
        Set<String> unknown = new TreeSet<>(said);
        unknown.removeAll(EDITS.keySet());
        Mistake.when(
                !unknown.isEmpty(), "There are no edits " + unknown + ", only a to i.", section);
        for (String edit : EDITS.keySet()) {
            boolean is = found(edit).compareTo(least) >= 0;
            Mistake.when(
                    is != said.contains(edit),
                    edit + " " + why.getOrDefault(edit, WHY.get(edit)),
                    section);
        }
    }

    @Entity(name = "Pet")
    @Table(name = "pet")
    static class Pet {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 40)
        String name;

        int legs = 4;
        String owner;
        String chip;
    }

    @Entity(name = "Pet")
    @Table(name = "pet")
    static class PetA {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(name = "name", length = 40)
        String petName;

        int legs = 4;
        String owner;
        String chip;
    }

    @Entity(name = "Pet")
    @Table(name = "pet")
    static class PetB {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 80)
        String name;

        int legs = 4;
        String owner;
        String chip;
    }

    @Entity(name = "Pet")
    @Table(name = "pet")
    static class PetC {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 40)
        String name;

        int legs = 0;
        String owner;
        String chip;
    }

    @Entity(name = "Pet")
    @Table(name = "pet")
    static class PetD {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 40)
        String name;

        @ColumnDefault("4")
        int legs = 4;

        String owner;
        String chip;
    }

    @Entity(name = "Pet")
    @Table(name = "pet")
    static class PetE {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 40)
        String name;

        int legs = 4;
        String owner;
        String chip;

        @Override
        public String toString() {
            return "<Pet '" + name + "'>";
        }
    }

    @Entity(name = "Pet")
    @Table(name = "pet")
    static class PetF {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 40, unique = true)
        String name;

        int legs = 4;
        String owner;
        String chip;
    }

    @Entity(name = "Pet")
    @Table(name = "pet")
    static class PetG {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 40, nullable = false)
        String name;

        int legs = 4;
        String owner;
        String chip;
    }

    @Entity(name = "Pet")
    @Table(name = "pet")
    static class PetH {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 40)
        String name;

        int legs = 4;

        String chip;
    }

    @Entity(name = "Pet")
    @Table(name = "pet")
    static class PetI {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 40)
        String name;

        int legs = 4;
        String owner;
    }
}
